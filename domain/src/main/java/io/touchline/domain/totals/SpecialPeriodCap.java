package io.touchline.domain.totals;

import io.touchline.domain.Decimal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Year;

/**
 * What may be emitted in a day of a special period (heavy pollution, staggered production): the
 * daily mean of the year before, reduced by a share (industry specifications, recalled, needs
 * check: so it never condemns by itself). Held against the mass from midnight to midnight.
 *
 * @param dailyMg milligrams, rounded down
 */
public record SpecialPeriodCap(
    Year yearBefore, long emittedMg, Decimal reductionPercent, long dailyMg) {

  private static final int PERCENT = 2;

  /**
   * The cap.
   *
   * @param emittedMg actual emission of the year before, milligrams
   * @param reductionPercent 0 to 100
   */
  public static SpecialPeriodCap of(Year yearBefore, long emittedMg, Decimal reductionPercent) {
    BigDecimal kept = BigDecimal.valueOf(100).subtract(reductionPercent.number());
    if (kept.signum() < 0 || reductionPercent.isNegative()) {
      throw new IllegalArgumentException("a reduction is 0 to 100 percent: " + reductionPercent);
    }
    long daily =
        BigDecimal.valueOf(emittedMg)
            .multiply(kept)
            .movePointLeft(PERCENT)
            .divide(BigDecimal.valueOf(yearBefore.length()), 0, RoundingMode.DOWN)
            .longValueExact();
    return new SpecialPeriodCap(yearBefore, emittedMg, reductionPercent, daily);
  }

  public boolean isExceededBy(long dayMg) {
    return dayMg > dailyMg;
  }

  /** Always: nobody has seen the rule's own text. */
  public boolean needsCheck() {
    return true;
  }
}
