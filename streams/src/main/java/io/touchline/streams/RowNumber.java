package io.touchline.streams;

import io.touchline.domain.Decimal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * A decimal written in two places: its shape, which is the same from one minute to the next, and
 * its digits, which are not. The shape is sign and scale, and the number of bytes of the digits.
 *
 * @param signAndScale the scale, less one and negated for a negative number
 */
record RowNumber(long signAndScale, int bytes) {

  static void writeShape(Decimal number, RowWriter out) {
    int scale = number.number().scale();
    out.number(number.isNegative() ? -1L - scale : scale).count(digitsOf(number).length);
  }

  static RowNumber readShape(RowReader in) {
    return new RowNumber(in.number(), in.count());
  }

  static void writeDigits(Decimal number, RowWriter out) {
    out.raw(digitsOf(number));
  }

  Decimal withDigits(RowReader in) {
    boolean negative = signAndScale < 0;
    int scale = Math.toIntExact(negative ? -1 - signAndScale : signAndScale);
    if (bytes < Long.BYTES) {
      long magnitude = 0;
      for (int left = bytes; left > 0; left--) {
        magnitude = (magnitude << Byte.SIZE) | in.bits();
      }
      return new Decimal(BigDecimal.valueOf(negative ? -magnitude : magnitude, scale));
    }
    return new Decimal(new BigDecimal(new BigInteger(negative ? -1 : 1, in.raw(bytes)), scale));
  }

  /** The magnitude without leading zeros; of nothing no byte. */
  private static byte[] digitsOf(Decimal number) {
    BigInteger magnitude = number.number().unscaledValue().abs();
    byte[] all = magnitude.toByteArray();
    int bytes = (magnitude.bitLength() + Byte.SIZE - 1) / Byte.SIZE;
    return bytes == all.length ? all : Arrays.copyOfRange(all, all.length - bytes, all.length);
  }
}
