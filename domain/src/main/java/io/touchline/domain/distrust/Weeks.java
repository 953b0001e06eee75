package io.touchline.domain.distrust;

import io.touchline.domain.ChinaTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The weeks of a calendar month: seven days from its 1st, 8th, 15th and 22nd on, and the days that
 * are left from its 29th. They depend on no moment of looking.
 */
final class Weeks {

  static final Duration WEEK = Duration.ofDays(7);

  /** Whole weeks that every month has. */
  static final int IN_A_MONTH = 4;

  private static final int DAYS = 7;

  private Weeks() {}

  /** Start of the week that an hour lies in. */
  static Instant startOf(Instant hour) {
    LocalDate day = ChinaTime.date(hour);
    int week = (day.getDayOfMonth() - 1) / DAYS;
    return ChinaTime.instant(day.withDayOfMonth(1 + week * DAYS).atStartOfDay());
  }
}
