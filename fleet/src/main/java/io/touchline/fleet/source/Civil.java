package io.touchline.fleet.source;

import io.touchline.domain.ChinaTime;
import java.time.Duration;
import java.time.Instant;

/** Instants as minutes and days of China time, counted from 1970. */
final class Civil {

  static final long MINUTES_PER_DAY = Duration.ofDays(1).toMinutes();

  private static final long OFFSET_MINUTES = ChinaTime.OFFSET.getTotalSeconds() / 60;

  private Civil() {}

  static long minute(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), 60L) + OFFSET_MINUTES;
  }

  static long day(long minute) {
    return Math.floorDiv(minute, MINUTES_PER_DAY);
  }

  static long minuteOfDay(long minute) {
    return Math.floorMod(minute, MINUTES_PER_DAY);
  }
}
