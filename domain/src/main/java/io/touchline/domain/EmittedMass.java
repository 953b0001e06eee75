package io.touchline.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Emitted mass in whole milligrams, from the measured (never the converted) concentration. */
public final class EmittedMass {

  private EmittedMass() {}

  /**
   * Concentration × volume, rounded half to even to the milligram (HJ 212-2017 App. D eq. 8, 33).
   *
   * @return null where either is missing, the concentration is no mass per volume, or the product
   *     is beyond any real discharge (2^63 mg)
   */
  public static Long of(Decimal concentration, Unit unit, Decimal volumeM3) {
    if (concentration == null || volumeM3 == null) {
      return null;
    }
    if (unit.convertsTo(Unit.MG_PER_M3)) {
      return whole(
          unit.convert(concentration, Unit.MG_PER_M3).number().multiply(volumeM3.number()));
    }
    if (unit.convertsTo(Unit.MG_PER_L)) {
      BigDecimal mgPerM3 = unit.convert(concentration, Unit.MG_PER_L).number().scaleByPowerOfTen(3);
      return whole(mgPerM3.multiply(volumeM3.number()));
    }
    return null;
  }

  /**
   * The logger's own amount, where no volume is known: kilograms, or grams for factors in µg and ng
   * (HJ 212-2017 table B.1, B.2).
   */
  static Long ofAmount(Decimal amount, Unit unit) {
    if (amount == null || !unit.isConcentration()) {
      return null;
    }
    return whole(amount.number().scaleByPowerOfTen(unit.power() < 0 ? 3 : 6));
  }

  private static Long whole(BigDecimal milligrams) {
    BigDecimal rounded = milligrams.setScale(0, RoundingMode.HALF_EVEN);
    return rounded.precision() > 18 ? null : rounded.longValueExact();
  }
}
