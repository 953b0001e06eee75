package io.touchline.domain.totals;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a permit lets an enterprise emit (许可排放量).
 *
 * @param permit number of the permit
 * @param tonnes amount
 * @param period of a year, or of a day
 * @param validFrom first day on which it holds
 * @param validTo last day, null where open
 */
public record PermittedAmount(
    String permit,
    String factor,
    Decimal tonnes,
    Period period,
    LocalDate validFrom,
    LocalDate validTo) {

  /** What the amount is for. */
  public enum Period {
    YEAR,
    DAY
  }

  private static final int MILLIGRAMS_IN_A_TONNE = 9;

  /**
   * The amount that a sum is held against, in milligrams: a year's for a calendar year and for
   * twelve months in a row, a day's for a day. Of several permits the amounts add up.
   *
   * @param start of the period of the sum
   */
  public static Optional<Long> of(
      List<PermittedAmount> amounts, String factor, TotalPeriod period, Instant start) {
    Period wanted =
        switch (period) {
          case DAY -> Period.DAY;
          case YEAR, ROLLING_12M -> Period.YEAR;
          case MONTH, QUARTER -> null;
        };
    List<PermittedAmount> of =
        amounts.stream()
            .filter(amount -> amount.period() == wanted && amount.factor().equals(factor))
            .filter(amount -> amount.holdsIn(period, start))
            .toList();
    return of.isEmpty()
        ? Optional.empty()
        : Optional.of(of.stream().mapToLong(PermittedAmount::milligrams).sum());
  }

  /** On some day of the period. */
  private boolean holdsIn(TotalPeriod period, Instant start) {
    LocalDate first = ChinaTime.date(start);
    LocalDate last = period == TotalPeriod.DAY ? first : first.plusYears(1).minusDays(1);
    return !last.isBefore(validFrom) && (validTo == null || !first.isAfter(validTo));
  }

  private long milligrams() {
    return tonnes.number().scaleByPowerOfTen(MILLIGRAMS_IN_A_TONNE).longValueExact();
  }
}
