package io.touchline.domain;

import java.time.Duration;
import java.time.Instant;

/** The levels of means, each formed from the one below (HJ 212-2017 App. D eq. 23–25). */
public enum MeanLevel {
  /** From readings, at least one every five seconds. */
  MINUTE("readings", Duration.ofSeconds(5), Duration.ofMinutes(1)),
  HOUR("minutes", Duration.ofMinutes(1), Duration.ofHours(1)),
  DAY("hours", Duration.ofHours(1), Duration.ofDays(1)),
  /** A calendar month in China. */
  MONTH("days", Duration.ofDays(1), null);

  private final String partName;
  private final Duration partLength;
  private final Duration length;

  MeanLevel(String partName, Duration partLength, Duration length) {
    this.partName = partName;
    this.partLength = partLength;
    this.length = length;
  }

  public static MeanLevel of(AveragingPeriod period) {
    return switch (period) {
      case HOUR -> HOUR;
      case DAY -> DAY;
      case MONTH -> MONTH;
    };
  }

  /** What its parts are called: "minutes" of an hour. */
  public String partName() {
    return partName;
  }

  /** How long the part is that its rule counts. */
  public Duration partLength() {
    return partLength;
  }

  /** First instant after the period. */
  public Instant endOf(Instant start) {
    if (length != null) {
      return start.plus(length);
    }
    return AveragingPeriod.MONTH.endOf(AveragingPeriod.MONTH.startOf(start));
  }

  /** How many of its parts the period holds: 60 minutes, 24 hours, 28 to 31 days. */
  public long partsIn(Instant start) {
    return Duration.between(start, endOf(start)).dividedBy(partLength);
  }
}
