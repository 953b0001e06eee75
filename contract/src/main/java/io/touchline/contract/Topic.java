package io.touchline.contract;

import java.util.Map;

/**
 * One topic as the registry describes it.
 *
 * @param key what the key says
 * @param value the record type or bytes it carries
 * @param config topic settings that belong to its meaning (what is kept and how long)
 * @param purpose one sentence for people
 */
public record Topic(
    String name,
    String key,
    String value,
    int partitions,
    Map<String, String> config,
    String purpose) {}
