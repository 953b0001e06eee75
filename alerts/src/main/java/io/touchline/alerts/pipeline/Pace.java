package io.touchline.alerts.pipeline;

import io.touchline.domain.ChinaTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** How soon something is told; what can wait is told together. */
public enum Pace {
  NOW,
  HOURLY,
  DAILY;

  private static final int MORNING = 8;

  Pace atLeast(Pace other) {
    return compareTo(other) < 0 ? other : this;
  }

  Pace atMost(Pace other) {
    return compareTo(other) > 0 ? other : this;
  }

  /**
   * When a message of this pace leaves. Each person has a minute of their own, away from the full
   * and the half hour: hourly means cluster there, and so do everybody's robots.
   */
  Instant due(Instant now, String person) {
    if (this == NOW) {
      return now;
    }
    LocalDateTime civil = ChinaTime.civil(now).truncatedTo(ChronoUnit.HOURS);
    LocalDateTime next =
        (this == DAILY ? civil.withHour(MORNING) : civil).plusMinutes(minuteOf(person));
    while (!ChinaTime.instant(next).isAfter(now)) {
      next = this == DAILY ? next.plusDays(1) : next.plusHours(1);
    }
    return ChinaTime.instant(next);
  }

  /** From 3 to 27 or from 33 to 57. */
  static int minuteOf(String person) {
    int minute = Math.floorMod(person.hashCode() * 31, 50);
    return minute < 25 ? 3 + minute : 8 + minute;
  }
}
