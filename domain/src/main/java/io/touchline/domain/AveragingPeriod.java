package io.touchline.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** A period over which a mean is formed and judged (小时/日/月均值), named by its start (HJ 212-2017). */
public enum AveragingPeriod {
  HOUR(Duration.ofHours(1), Duration.ofHours(24)),
  DAY(Duration.ofDays(1), Duration.ofDays(7)),
  /** A calendar month in China. */
  MONTH(Duration.ofDays(31), Duration.ofDays(62));

  private final Duration length;
  private final Duration longestSilence;

  AveragingPeriod(Duration length, Duration longestSilence) {
    this.length = length;
    this.longestSilence = longestSilence;
  }

  /** How long it is; of a month, the longest. */
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
    LocalDateTime start = ChinaTime.civil(instant).truncatedTo(unit);
    return ChinaTime.instant(this == MONTH ? start.withDayOfMonth(1) : start);
  }

  /** First instant after the period. */
  public Instant endOf(Instant start) {
    return this == MONTH
        ? ChinaTime.instant(ChinaTime.civil(start).plusMonths(1))
        : start.plus(length);
  }
}
