package io.touchline.domain.missing;

import io.touchline.domain.ChinaTime;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A calendar quarter in China.
 *
 * @param number 1 to 4
 */
public record Quarter(int year, int number) {

  public static Quarter of(Instant instant) {
    LocalDate day = ChinaTime.date(instant);
    return new Quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
  }

  public Instant start() {
    return ChinaTime.instant(firstDay().atStartOfDay());
  }

  /** The start of the next. */
  public Instant end() {
    return ChinaTime.instant(firstDay().plusMonths(3).atStartOfDay());
  }

  private LocalDate firstDay() {
    return LocalDate.of(year, number * 3 - 2, 1);
  }

  @Override
  public String toString() {
    return year + "-Q" + number;
  }
}
