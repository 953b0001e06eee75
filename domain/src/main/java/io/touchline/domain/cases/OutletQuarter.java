package io.touchline.domain.cases;

import io.touchline.domain.Decimal;
import java.time.LocalDate;
import java.util.SortedSet;

/**
 * What an outlet did with one factor in a quarter.
 *
 * @param validDays days with a valid daily mean
 * @param exceedingDays those of them over the limit; days before the quarter may be among them, so
 *     that thirty days can reach back
 * @param maxMultiple null where nothing exceeded, or for a range
 * @param stopGround whether a finding of P2 or P3 fell into it
 */
public record OutletQuarter(
    String enterprise,
    String mn,
    String factor,
    ListPeriod quarter,
    SortedSet<LocalDate> validDays,
    SortedSet<LocalDate> exceedingDays,
    int validHours,
    int exceedingHours,
    Decimal maxMultiple,
    boolean stopGround) {

  /** Days over the limit that fall into the quarter. */
  long daysOver() {
    return exceedingDays.stream().filter(this::isInIt).count();
  }

  long daysValid() {
    return validDays.stream().filter(this::isInIt).count();
  }

  private boolean isInIt(LocalDate day) {
    return !day.isBefore(quarter.first()) && !day.isAfter(quarter.last());
  }

  /** Most days over the limit in that many days in a row that end in the quarter. */
  long mostWithin(int days) {
    return exceedingDays.stream()
        .filter(this::isInIt)
        .mapToLong(last -> exceedingDays.subSet(last.minusDays(days - 1L), last.plusDays(1)).size())
        .max()
        .orElse(0);
  }
}
