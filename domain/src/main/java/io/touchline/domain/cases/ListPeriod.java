package io.touchline.domain.cases;

import java.time.LocalDate;

/**
 * What a list is of: a quarter, or a month where a place publishes monthly.
 *
 * @param first its first day
 */
public record ListPeriod(Kind kind, LocalDate first) {

  private static final int MONTHS_IN_A_QUARTER = 3;

  /** How long it is. */
  public enum Kind {
    MONTH(1),
    QUARTER(MONTHS_IN_A_QUARTER);

    private final int months;

    Kind(int months) {
      this.months = months;
    }
  }

  /** The period that holds a day. */
  public static ListPeriod of(Kind kind, LocalDate day) {
    LocalDate month = day.withDayOfMonth(1);
    return new ListPeriod(kind, month.minusMonths((month.getMonthValue() - 1) % kind.months));
  }

  public LocalDate last() {
    return first.plusMonths(kind.months).minusDays(1);
  }

  /** {@code 2026Q1}, {@code 2026-01}. */
  public String text() {
    return kind == Kind.MONTH
        ? first.toString().substring(0, 7)
        : first.getYear() + "Q" + ((first.getMonthValue() - 1) / MONTHS_IN_A_QUARTER + 1);
  }
}
