package io.touchline.domain.totals;

import io.touchline.domain.ChinaTime;
import java.time.Instant;
import java.time.LocalDate;

/** What mass is summed over, in China time. */
public enum TotalPeriod {
  DAY,
  MONTH,
  QUARTER,
  YEAR,
  /**
   * Twelve calendar months in a row, the last of which holds the instant: the permitted amount of a
   * year is the most of any of them (HJ 942-2018).
   */
  ROLLING_12M;

  /** Start of the one that holds the instant; of twelve months that end with its month. */
  public Instant startOf(Instant instant) {
    LocalDate day = ChinaTime.date(instant);
    LocalDate month = day.withDayOfMonth(1);
    LocalDate start =
        switch (this) {
          case DAY -> day;
          case MONTH -> month;
          case QUARTER -> month.minusMonths((month.getMonthValue() - 1) % 3);
          case YEAR -> day.withDayOfYear(1);
          case ROLLING_12M -> month.minusMonths(11);
        };
    return ChinaTime.instant(start.atStartOfDay());
  }

  /** Last day of the one that starts on a day. */
  public LocalDate endOf(LocalDate start) {
    LocalDate next =
        switch (this) {
          case DAY -> start.plusDays(1);
          case MONTH -> start.plusMonths(1);
          case QUARTER -> start.plusMonths(3);
          case YEAR, ROLLING_12M -> start.plusYears(1);
        };
    return next.minusDays(1);
  }
}
