package io.touchline.streams;

import io.touchline.domain.Decimal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes the parts of a row as few bytes: numbers of variable length, what may be absent by one.
 */
final class RowWriter {

  private static final int SEVEN_BITS = 0x7F;
  private static final int MORE = 0x80;
  private static final int BITS = 7;

  private final ByteArrayOutputStream out;

  RowWriter(int expected) {
    out = new ByteArrayOutputStream(expected);
  }

  RowWriter bits(int eight) {
    out.write(eight);
    return this;
  }

  /** A number that is seldom large and never negative. */
  RowWriter count(long number) {
    long left = number;
    while ((left & ~SEVEN_BITS) != 0) {
      out.write((int) (left & SEVEN_BITS) | MORE);
      left >>>= BITS;
    }
    out.write((int) left);
    return this;
  }

  /** A number of either sign. */
  RowWriter number(long number) {
    return count((number << 1) ^ (number >> (Long.SIZE - 1)));
  }

  RowWriter text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return count(utf8.length).raw(utf8);
  }

  /** A text that may be absent. */
  RowWriter optionalText(String text) {
    if (text == null) {
      return count(0);
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return count(utf8.length + 1L).raw(utf8);
  }

  /** One of an enumeration by its name, or none. */
  RowWriter choice(Enum<?> one) {
    return optionalText(one == null ? null : one.name());
  }

  /** A number with its scale, or none. */
  RowWriter decimal(Decimal number) {
    if (number == null) {
      return bits(0);
    }
    bits(1);
    RowNumber.writeShape(number, this);
    RowNumber.writeDigits(number, this);
    return this;
  }

  RowWriter raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  byte[] toBytes() {
    return out.toByteArray();
  }
}
