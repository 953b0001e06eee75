package io.touchline.domain;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One dated row of what an outlet may emit (排放限值): a permit's, a standard's.
 *
 * @param factor pollutant code
 * @param lower for a range (pH 6–9) its lower end, else null
 * @param value the limit itself, or the upper end of a range; a value equal to it complies
 * @param averaging which mean is judged
 * @param basis measured or converted concentration
 * @param source the document: a permit number, a standard
 * @param clause where in the document
 * @param validFrom first day on which it holds
 * @param validTo last day on which it holds, null where open
 */
public record EmissionLimit(
    String factor,
    Decimal lower,
    Decimal value,
    Unit unit,
    AveragingPeriod averaging,
    Basis basis,
    String source,
    String clause,
    LocalDate validFrom,
    LocalDate validTo) {

  /** Which concentration a limit speaks of. */
  public enum Basis {
    /** 实测浓度. */
    MEASURED,
    /** 折算浓度, corrected to reference oxygen. */
    CONVERTED
  }

  public boolean isRange() {
    return lower != null;
  }

  public boolean holdsAt(Instant instant) {
    LocalDate day = ChinaTime.date(instant);
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }

  /** Names the row for people and records, the same on every run: {@code a21026/HOUR/…}. */
  public String rule() {
    String figure = isRange() ? lower + "-" + value : value.toString();
    return String.join(
        "/", factor, averaging.name(), basis.name(), source, clause, figure, validFrom.toString());
  }
}
