package io.touchline.domain.totals;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;

/**
 * A part of every year for which a permit gives an amount of its own, as the heating season (采暖季).
 *
 * @param from first day; {@code to} the last, of the next year where it comes before the first
 */
public record Season(MonthDay from, MonthDay to) {

  /** One season, from its first to its last day. */
  public record Stretch(LocalDate first, LocalDate last) {

    public boolean holds(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }
  }

  /** The one that holds a day, null where none does. */
  public Stretch on(LocalDate day) {
    for (int year = day.getYear(); year >= day.getYear() - 1; year--) {
      Stretch stretch = of(Year.of(year));
      if (stretch.holds(day)) {
        return stretch;
      }
    }
    return null;
  }

  private Stretch of(Year begins) {
    Year ends = to.isBefore(from) ? begins.plusYears(1) : begins;
    return new Stretch(begins.atMonthDay(from), ends.atMonthDay(to));
  }
}
