package io.touchline.contract;

import java.time.Instant;

/**
 * Value of topic {@link Topics#presence()}: how one outlet of a region stands. A later one of the
 * same outlet takes its place.
 *
 * @param region GB/T 2260 code, the key of the topic, so that all outlets of a region meet
 * @param silentSince its last data where it is silent, absent where it is heard
 * @param gone whether it is no longer of this region
 */
public record PresenceRecord(
    int schemaVersion,
    String region,
    String regionName,
    String mn,
    Instant silentSince,
    boolean gone) {

  public static final int SCHEMA_VERSION = 1;
}
