package io.touchline.contract;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The one registry of topics: name, key, value, partitions, what is kept. Creation, the generated
 * page and the tests read it; nothing else names a topic.
 *
 * <p>All topics of the group {@code outlet} are keyed or partitioned by MN with the same number of
 * partitions, so that whatever concerns one outlet meets in one task.
 */
public final class Topics {

  public static final String DEFAULT_PREFIX = "touchline.";
  public static final int OUTLET_PARTITIONS = 12;

  private final Topic packets;
  private final Topic quarantine;
  private final Topic outlets;
  private final Topic readings;
  private final Topic means;
  private final Topic exceedances;

  public Topics(String prefix) {
    this(prefix, OUTLET_PARTITIONS);
  }

  /**
   * Names the topics of one installation.
   *
   * @param outletPartitions partitions of every topic of the group {@code outlet}; never changed
   *     after creation, or outlets would move away from their state
   */
  public Topics(String prefix, int outletPartitions) {
    packets =
        new Topic(
            prefix + "packets",
            "MN",
            "the frame's bytes as received; headers received-at, peer, gateway, edition",
            outletPartitions,
            kept(Duration.ofDays(5 * 365)),
            "The evidence: every accepted frame, byte for byte.");
    quarantine =
        new Topic(
            prefix + "quarantine",
            "MN or peer",
            "the bytes as received; headers reason, detail, received-at, peer, gateway, position",
            outletPartitions,
            kept(Duration.ofDays(90)),
            "What was not accepted, whole, with its reason.");
    outlets =
        new Topic(
            prefix + "outlets",
            "MN",
            "OutletRecord",
            outletPartitions,
            compacted(),
            "Registry profiles with their dated limits.");
    readings =
        new Topic(
            prefix + "readings",
            "MN",
            "ReadingRecord",
            outletPartitions,
            kept(Duration.ofDays(7)),
            "One decoded upload, all factors.");
    means =
        new Topic(
            prefix + "means",
            "MN|period|start",
            "MeansRecord",
            outletPartitions,
            compacted(),
            "Hour and day means with validity, judgement, revision and inputs.");
    exceedances =
        new Topic(
            prefix + "exceedances",
            "MN|rule|from",
            "ExceedanceRecord",
            outletPartitions,
            forEver(),
            "Episodes opened, extended, closed and withdrawn.");
  }

  public Topic packets() {
    return packets;
  }

  public Topic quarantine() {
    return quarantine;
  }

  public Topic outlets() {
    return outlets;
  }

  public Topic readings() {
    return readings;
  }

  public Topic means() {
    return means;
  }

  public Topic exceedances() {
    return exceedances;
  }

  public List<Topic> all() {
    return List.of(packets, quarantine, outlets, readings, means, exceedances);
  }

  private static Map<String, String> kept(Duration duration) {
    return Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(duration.toMillis()));
  }

  private static Map<String, String> forEver() {
    return Map.of("cleanup.policy", "delete", "retention.ms", "-1");
  }

  private static Map<String, String> compacted() {
    return Map.of("cleanup.policy", "compact");
  }
}
