package io.touchline.hj212;

import java.util.Arrays;
import java.util.Locale;

/**
 * A frame written on one line of text: the bytes themselves, and {@code \xHH} for those that would
 * not survive there. Any other backslash is one.
 */
public final class EscapedLine {

  private EscapedLine() {}

  /** The bytes meant; of a line end nothing is left. */
  public static byte[] bytes(byte[] line) {
    byte[] bytes = new byte[line.length];
    int length = 0;
    int end = line.length > 0 && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
    for (int at = 0; at < end; at++) {
      if (at + 3 < end
          && line[at] == '\\'
          && line[at + 1] == 'x'
          && hex(line[at + 2]) >= 0
          && hex(line[at + 3]) >= 0) {
        bytes[length++] = (byte) (hex(line[at + 2]) << 4 | hex(line[at + 3]));
        at += 3;
      } else {
        bytes[length++] = line[at];
      }
    }
    return Arrays.copyOf(bytes, length);
  }

  /** The line for these bytes, all of them: {@link #bytes} gives them back. */
  public static String of(byte[] bytes) {
    StringBuilder line = new StringBuilder(bytes.length + 16);
    for (byte b : bytes) {
      if (b < ' ' || b >= 0x7F || b == '\\') {
        line.append(String.format(Locale.ROOT, "\\x%02X", b));
      } else {
        line.append((char) b);
      }
    }
    return line.toString();
  }

  private static int hex(byte digit) {
    return Character.digit(digit, 16);
  }
}
