package io.touchline.hj212;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * Cipher text as HJ 212-2025 A.2 prints it, {@code {0xE4,0x3E,...}}: the length field beside it
 * counts the bytes that it stands for. Loggers that copy the print put it on the wire, with that
 * length or with the length of the print.
 */
final class PrintedCipher {

  private static final byte[] OPENING = {'C', 'P', '=', '&', '&'};
  private static final int DIGITS = 4;

  private PrintedCipher() {}

  /** The position behind the first {@code CP=&&} of {@code bytes[from, to)}, -1 without one. */
  static int cpStart(byte[] bytes, int from, int to) {
    for (int i = from; i <= to - OPENING.length; i++) {
      int matched = 0;
      while (matched < OPENING.length && bytes[i + matched] == OPENING[matched]) {
        matched++;
      }
      if (matched == OPENING.length) {
        return i + OPENING.length;
      }
    }
    return -1;
  }

  /** Whether {@code bytes[cp, to)} begins with a list of at least one byte. */
  static boolean isAt(byte[] bytes, int cp, int to) {
    return cp < to && bytes[cp] == '{' && isByte(bytes, cp + 1, to);
  }

  /**
   * The segment {@code bytes[from, to)} with its printed bytes in place of the list; empty when CP
   * does not begin with a list that closes.
   */
  static Optional<byte[]> segment(byte[] bytes, int from, int to) {
    int cp = cpStart(bytes, from, to);
    if (cp < 0 || !isAt(bytes, cp, to)) {
      return Optional.empty();
    }
    ByteArrayOutputStream raw = new ByteArrayOutputStream(to - from);
    raw.write(bytes, from, cp - from);
    int at = cp + 1;
    while (isByte(bytes, at, to)) {
      raw.write(digit(bytes[at + 2]) << 4 | digit(bytes[at + 3]));
      at += DIGITS;
      while (at < to && (bytes[at] == ',' || bytes[at] == ' ')) {
        at++;
      }
    }
    if (at >= to || bytes[at] != '}') {
      return Optional.empty();
    }
    raw.write(bytes, at + 1, to - at - 1);
    return Optional.of(raw.toByteArray());
  }

  private static boolean isByte(byte[] bytes, int at, int to) {
    return at + DIGITS <= to
        && bytes[at] == '0'
        && (bytes[at + 1] & 0xDF) == 'X'
        && digit(bytes[at + 2]) >= 0
        && digit(bytes[at + 3]) >= 0;
  }

  private static int digit(byte b) {
    return Character.digit(b, 16);
  }
}
