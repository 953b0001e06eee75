package io.touchline.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A period over which a mean is formed and judged (小时/日均值), named by its start (HJ 212-2017). */
public enum AveragingPeriod {
  HOUR(Duration.ofHours(1), Duration.ofHours(24)),
  DAY(Duration.ofDays(1), Duration.ofDays(7));

  private final Duration length;
  private final Duration longestSilence;

  AveragingPeriod(Duration length, Duration longestSilence) {
    this.length = length;
    this.longestSilence = longestSilence;
  }

  public Duration length() {
    return length;
  }

  /** Between two judged periods further apart than this an episode does not go on. */
  public Duration longestSilence() {
    return longestSilence;
  }

  /** The start of the period that holds the instant, in China time. */
  public Instant startOf(Instant instant) {
    ChronoUnit unit = this == HOUR ? ChronoUnit.HOURS : ChronoUnit.DAYS;
    return ChinaTime.instant(ChinaTime.civil(instant).truncatedTo(unit));
  }

  public Instant endOf(Instant start) {
    return start.plus(length);
  }
}
