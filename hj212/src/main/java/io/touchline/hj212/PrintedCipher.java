package io.touchline.hj212;

/**
 * Cipher text as HJ 212-2025 A.2 prints it, {@code {0xE4,0x3E,...}}: the length field beside it
 * counts the bytes that it stands for. Loggers that copy the print put it on the wire.
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

  /**
   * The length of the segment {@code bytes[from, to)} with its printed bytes counted one each; -1
   * when CP does not begin with such a list.
   */
  static int segmentLength(byte[] bytes, int from, int to) {
    int cp = cpStart(bytes, from, to);
    if (cp < 0 || cp == to || bytes[cp] != '{') {
      return -1;
    }
    int printed = 0;
    int at = cp + 1;
    while (isByte(bytes, at, to)) {
      printed++;
      at += DIGITS;
      if (at < to && bytes[at] == ',') {
        at++;
      }
    }
    if (printed == 0 || at >= to || bytes[at] != '}') {
      return -1;
    }
    return (cp - from) + printed + (to - at - 1);
  }

  private static boolean isByte(byte[] bytes, int at, int to) {
    return at + DIGITS <= to
        && bytes[at] == '0'
        && (bytes[at + 1] & 0xDF) == 'X'
        && isHex(bytes[at + 2])
        && isHex(bytes[at + 3]);
  }

  private static boolean isHex(byte b) {
    int upper = b & 0xDF;
    return (b >= '0' && b <= '9') || (upper >= 'A' && upper <= 'F');
  }
}
