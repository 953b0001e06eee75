package io.touchline.domain;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Correction to reference oxygen (折算): {@code C × (21 − O2ref) / (21 − O2)}, all on dry gas (HJ
 * 212-2017 App. D eq. 28; the same as 40 CFR 60.284 with 21 for 20.9).
 */
public final class OxygenConversion {

  private static final BigDecimal AIR = BigDecimal.valueOf(21);

  private OxygenConversion() {}

  /**
   * @param measured dry measured concentration
   * @param oxygen dry oxygen content in percent
   * @param reference reference oxygen content in percent; null where the standard sets none, and
   *     then the measured value stands
   * @return null where the oxygen is not known, is negative, or is 21 % and more: nothing can be
   *     converted by it
   */
  public static Decimal convert(Decimal measured, Decimal oxygen, Decimal reference) {
    if (measured == null || reference == null) {
      return measured;
    }
    if (cannotConvert(oxygen)) {
      return null;
    }
    BigDecimal above = measured.number().multiply(AIR.subtract(reference.number()));
    BigDecimal below = AIR.subtract(oxygen.number());
    return Decimal.computed(above.divide(below, new MathContext(60)));
  }

  /**
   * Correction by excess-air coefficient (过量空气系数): {@code C × α / αref} with {@code α = 21 / (21 −
   * O2)}. Nothing is rounded on the way.
   *
   * @param coefficient αref, above zero
   * @return null in the same cases as {@link #convert}
   */
  public static Decimal convertByExcessAir(Decimal measured, Decimal oxygen, Decimal coefficient) {
    if (measured == null || cannotConvert(oxygen)) {
      return null;
    }
    BigDecimal above = measured.number().multiply(AIR);
    BigDecimal below = AIR.subtract(oxygen.number()).multiply(coefficient.number());
    return Decimal.computed(above.divide(below, new MathContext(60)));
  }

  /** Whether oxygen is as high as in air or higher, so that nothing can be converted by it. */
  public static boolean isOfAir(Decimal oxygen) {
    return oxygen.number().compareTo(AIR) >= 0;
  }

  private static boolean cannotConvert(Decimal oxygen) {
    return oxygen == null || oxygen.isNegative() || isOfAir(oxygen);
  }

  /**
   * {@link #convert} with its numbers filled in, for a person to check: {@code 28 × (21 − 6) / (21
   * − 7.2)}.
   */
  public static String working(Decimal measured, Decimal oxygen, Decimal reference) {
    return measured + " × (21 − " + reference + ") / (21 − " + oxygen + ")";
  }
}
