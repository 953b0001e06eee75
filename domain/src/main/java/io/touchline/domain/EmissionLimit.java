package io.touchline.domain;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One dated row of what an outlet may emit (排放限值): a permit's, a standard's.
 *
 * @param factor pollutant code
 * @param lower for a range (pH 6–9) its lower end, else null
 * @param value the limit itself, or the upper end of a range; a value equal to it complies. Of a
 *     furnace's temperature it is the least
 * @param averaging what is judged
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
    Averaging averaging,
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

  /** Whether the value is the least that is allowed. */
  public boolean isFloor() {
    return averaging == Averaging.FIVE_MINUTES;
  }

  /** Whether a value in the row's unit lies outside; one equal to the limit complies. */
  public boolean isOutside(Decimal judged) {
    return isBelow(judged) || (!isFloor() && judged.exceeds(value));
  }

  /** How far what was judged lies outside, by {@link Judgement#judged}: the greater, the worse. */
  Decimal distance(Decimal judged) {
    if (averaging == Averaging.MONTH_SHARE) {
      return new Decimal(MonthShare.ALL.number().subtract(judged.number()));
    }
    Decimal bound = isRange() && isBelow(judged) ? lower : value;
    return new Decimal(judged.number().subtract(bound.number()).abs());
  }

  private boolean isBelow(Decimal judged) {
    return isFloor() ? value.exceeds(judged) : isRange() && lower.exceeds(judged);
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
