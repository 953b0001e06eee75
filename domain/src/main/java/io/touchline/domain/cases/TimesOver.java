package io.touchline.domain.cases;

import io.touchline.domain.Decimal;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How many times a value is over its limit, in both readings of the law's "超过…三倍以上". Both are
 * stored, since which is meant is not settled. A range such as pH has neither, only a distance.
 *
 * @param ratio value / limit, null for a range or a limit of zero
 * @param excess (value − limit) / limit, null as the ratio
 * @param distance how far outside the limit or the nearer end of the range, in its unit
 */
public record TimesOver(Decimal ratio, Decimal excess, Decimal distance) {

  private static final MathContext EXACT = new MathContext(60);

  /** Which number the times are. */
  public enum Reading {
    /** Value at least n × limit. */
    RATIO,
    /** Value at least (n + 1) × limit. */
    EXCESS
  }

  /** A value over an upper limit. */
  public static TimesOver of(Decimal value, Decimal limit) {
    BigDecimal over = value.number().subtract(limit.number());
    if (limit.number().signum() <= 0) {
      return new TimesOver(null, null, Decimal.computed(over));
    }
    return new TimesOver(
        Decimal.computed(value.number().divide(limit.number(), EXACT)),
        Decimal.computed(over.divide(limit.number(), EXACT)),
        Decimal.computed(over));
  }

  /** A value outside a range. */
  public static TimesOver ofRange(Decimal value, Decimal lower, Decimal upper) {
    Decimal bound = lower.exceeds(value) ? lower : upper;
    return new TimesOver(
        null, null, Decimal.computed(value.number().subtract(bound.number()).abs()));
  }

  /** Whether it is that many times over, by a reading; never for a range. */
  public boolean reaches(Decimal times, Reading reading) {
    Decimal figure = reading == Reading.RATIO ? ratio : excess;
    return figure != null && !times.exceeds(figure);
  }
}
