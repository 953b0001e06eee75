package io.touchline.hj212;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the bytes that part a segment, eight bytes at a look. Names and values are short and of
 * changing length: a loop over single bytes ends elsewhere each time, which no processor foresees,
 * and that costs more than the bytes do.
 */
final class Separators {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private static final long EQUALS = ONES * '=';
  private static final long SEMICOLONS = ONES * ';';
  private static final long COMMAS = ONES * ',';
  private static final long AMPERSANDS = ONES * '&';

  private Separators() {}

  /** The first {@code =}, {@code ;} or {@code ,} of {@code bytes[from, to)}, else {@code to}. */
  static int nameEnd(byte[] bytes, int from, int to) {
    return first(bytes, from, to, EQUALS, SEMICOLONS, COMMAS);
  }

  /** The first {@code ;} or {@code ,} of {@code bytes[from, to)}, else {@code to}. */
  static int valueEnd(byte[] bytes, int from, int to) {
    return first(bytes, from, to, SEMICOLONS, SEMICOLONS, COMMAS);
  }

  /** The first {@code ;}, {@code ,} or {@code &} of {@code bytes[from, to)}, else {@code to}. */
  static int headerValueEnd(byte[] bytes, int from, int to) {
    return first(bytes, from, to, SEMICOLONS, COMMAS, AMPERSANDS);
  }

  /** Whether all of {@code bytes[from, to)} are ASCII. */
  static boolean allAscii(byte[] bytes, int from, int to) {
    long seen = 0;
    int at = from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      seen |= (long) LONGS.get(bytes, at);
    }
    for (; at < to; at++) {
      seen |= bytes[at];
    }
    return (seen & HIGHS) == 0;
  }

  private static int first(byte[] bytes, int from, int to, long one, long other, long third) {
    int at = from;
    int last = Math.min(to - 1, bytes.length - Long.BYTES);
    for (; at <= last; at += Long.BYTES) {
      long word = (long) LONGS.get(bytes, at);
      long found = zeros(word ^ one) | zeros(word ^ other) | zeros(word ^ third);
      if (found != 0) {
        return Math.min(to, at + Long.numberOfTrailingZeros(found) / Byte.SIZE);
      }
    }
    while (at < to && !isOneOf(bytes[at], one, other, third)) {
      at++;
    }
    return Math.min(to, at);
  }

  /**
   * The highest bit of each byte that is zero. A byte above one may be marked falsely, by the
   * borrow that it takes: the lowest mark is always true, and the only one that is asked for.
   */
  private static long zeros(long word) {
    return (word - ONES) & ~word & HIGHS;
  }

  private static boolean isOneOf(byte b, long one, long other, long third) {
    return b == (byte) one || b == (byte) other || b == (byte) third;
  }
}
