package io.touchline.alerts;

import java.time.Instant;

/**
 * One record of a topic on its way into the database.
 *
 * @param key as text, null where the record has none
 * @param value null for a tombstone
 * @param json the value as text as it stood on the topic, null for a tombstone
 * @param publishedAt the record's timestamp
 */
public record Incoming<T>(
    String topic,
    int partition,
    long offset,
    String key,
    T value,
    String json,
    Instant publishedAt) {}
