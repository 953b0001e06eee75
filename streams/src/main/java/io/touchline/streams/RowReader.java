package io.touchline.streams;

import io.touchline.domain.Decimal;
import java.nio.charset.StandardCharsets;

/** Reads what {@link RowWriter} wrote, in the same order. */
final class RowReader {

  private static final int SEVEN_BITS = 0x7F;
  private static final int BITS = 7;

  private final byte[] row;
  private int at;

  RowReader(byte[] row) {
    this.row = row;
  }

  /**
   * The first byte of a row.
   *
   * @param what the row is of
   */
  void version(int known, String what) {
    int version = bits();
    if (version != known) {
      throw new IllegalStateException(
          "a row of state, of one "
              + what
              + ", has version "
              + version
              + ", and only "
              + known
              + " is known: reset the application of the journal and delete its state directory;"
              + " it is derived again from packets");
    }
  }

  int bits() {
    return row[at++] & 0xFF;
  }

  long longCount() {
    long number = 0;
    int shift = 0;
    byte next;
    do {
      next = row[at++];
      number |= (long) (next & SEVEN_BITS) << shift;
      shift += BITS;
    } while (next < 0);
    return number;
  }

  int count() {
    return Math.toIntExact(longCount());
  }

  long number() {
    long folded = longCount();
    return (folded >>> 1) ^ -(folded & 1);
  }

  String text() {
    return text(count());
  }

  private String text(int length) {
    String text = new String(row, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  String optionalText() {
    int length = count();
    return length == 0 ? null : text(length - 1);
  }

  <E extends Enum<E>> E choice(Class<E> type) {
    String name = optionalText();
    return name == null ? null : Enum.valueOf(type, name);
  }

  Decimal decimal() {
    return bits() == 0 ? null : RowNumber.readShape(this).withDigits(this);
  }

  byte[] raw(int length) {
    byte[] bytes = new byte[length];
    System.arraycopy(row, at, bytes, 0, length);
    at += length;
    return bytes;
  }

  boolean isAtEnd() {
    return at == row.length;
  }
}
