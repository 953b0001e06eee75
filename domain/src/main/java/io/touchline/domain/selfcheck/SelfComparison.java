package io.touchline.domain.selfcheck;

import io.touchline.domain.Decimal;
import io.touchline.domain.Threshold;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;

/**
 * One number that a logger reported beside the same number reckoned from its other values, both in
 * one unit.
 *
 * @param reported as the logger printed it, null where it sent none
 * @param reckoned from its other values, null where they do not suffice
 * @param differencePercent (reported − reckoned) of the reckoned; null where either is missing or
 *     the reckoned is zero
 * @param tolerance the row that was asked; null where none was in force
 */
public record SelfComparison(
    Decimal reported,
    Decimal reckoned,
    Decimal differencePercent,
    Threshold tolerance,
    Verdict verdict) {

  /** What came of the comparison. */
  public enum Verdict {
    /** Within the tolerance, or within the rounding of the reported digits. */
    AGREES,
    /** Beyond both. */
    DIFFERS,
    /** A number is missing, or no tolerance was in force. */
    NOT_COMPARED
  }

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /**
   * @param reported with the digits that the logger printed: half of the last one is its rounding
   * @param at start of the period compared
   */
  public static SelfComparison of(
      Threshold.Name against, Decimal reported, Decimal reckoned, Instant at) {
    Threshold tolerance = Threshold.at(against, at).orElse(null);
    if (tolerance == null || reported == null || reckoned == null) {
      return new SelfComparison(reported, reckoned, null, tolerance, Verdict.NOT_COMPARED);
    }
    BigDecimal apart = reported.number().subtract(reckoned.number());
    Decimal percent =
        reckoned.isZero()
            ? null
            : Decimal.computed(
                apart.scaleByPowerOfTen(2).divide(reckoned.number().abs(), MathContext.DECIMAL128));
    boolean agrees = isRounding(apart, reported) || isWithin(apart, reckoned, tolerance);
    return new SelfComparison(
        reported, reckoned, percent, tolerance, agrees ? Verdict.AGREES : Verdict.DIFFERS);
  }

  /** Whether the tolerance is a figure that no text seen gives. */
  public boolean needsCheck() {
    return tolerance != null && !tolerance.source().verified();
  }

  private static boolean isRounding(BigDecimal apart, Decimal reported) {
    return apart.abs().multiply(TWO).compareTo(reported.number().ulp()) <= 0;
  }

  /** Compared without division, so that nothing is rounded at the tolerance. */
  private static boolean isWithin(BigDecimal apart, Decimal reckoned, Threshold tolerance) {
    BigDecimal allowed = reckoned.number().abs().multiply(tolerance.percent().number());
    return apart.abs().scaleByPowerOfTen(2).compareTo(allowed) <= 0;
  }
}
