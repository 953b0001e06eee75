package io.touchline.fleet.source;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Arithmetic on whole numbers that stand for decimals (a value × 10^decimals). */
final class Fixed {

  private Fixed() {}

  static long power(int decimals) {
    long power = 1;
    for (int i = 0; i < decimals; i++) {
      power *= 10;
    }
    return power;
  }

  /** A quotient rounded half to even (GB/T 8170), for a positive divisor. */
  static long divide(long dividend, long divisor) {
    long quotient = Math.floorDiv(dividend, divisor);
    long twice = 2 * Math.floorMod(dividend, divisor);
    boolean up = twice > divisor || (twice == divisor && (quotient & 1) == 1);
    return up ? quotient + 1 : quotient;
  }

  static long of(String text, int decimals) {
    return new BigDecimal(text)
        .setScale(decimals, RoundingMode.UNNECESSARY)
        .unscaledValue()
        .longValueExact();
  }

  /** Plain decimal text with exactly that many decimals. */
  static String text(long scaled, int decimals) {
    return BigDecimal.valueOf(scaled, decimals).toPlainString();
  }
}
