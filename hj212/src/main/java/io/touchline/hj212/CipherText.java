package io.touchline.hj212;

/**
 * Tells cipher text (密文) in CP from text. No bit of a frame says which it is, and a check code of
 * 256 values says little: one enciphered frame in 256 fits as it stands, and one wrong key in 256.
 *
 * <p>Every whole block of an enciphered CP is as good as random: of its 16 bytes ten are no
 * printable ASCII on average. That all are happens once in ten million blocks, that at most one is
 * not once in 250,000.
 */
final class CipherText {

  private static final int ODD_ONE_IN = 8;

  private CipherText() {}

  /** As {@link #stands}, for an indexed segment of a command code that may be enciphered. */
  static boolean fills(byte[] bytes, int[] index) {
    int suspicious = PacketIndex.NOTE_NOT_ASCII | PacketIndex.NOTE_FIELD_ODD;
    int cp = index[PacketIndex.CP];
    return (index[PacketIndex.NOTES] & suspicious) != 0
        && Sm4.appliesTo(Wire.text(bytes, index[PacketIndex.CN]))
        && stands(bytes, PacketIndex.from(cp), PacketIndex.to(cp));
  }

  /** Whether cipher text stands in the CP {@code bytes[from, to)}, raw or in print notation. */
  static boolean stands(byte[] bytes, int from, int to) {
    return to - from >= Sm4.BLOCK
        && (PrintedCipher.isAt(bytes, from, to) || !isText(bytes, from, to));
  }

  /** Whether a CP that was deciphered came out as text with {@code name=value}: the key fits. */
  static boolean isUndone(byte[] bytes, int from, int to) {
    return isNamed(bytes, from, to) && isText(bytes, from, to);
  }

  /**
   * Whether the bytes read as text. A dump in a log may hold anything, but then its first block, a
   * name, is printable. Random bytes are GBK too easily, so that needs a name as well.
   */
  private static boolean isText(byte[] bytes, int from, int to) {
    int blocks = (to - from) / Sm4.BLOCK * Sm4.BLOCK;
    int first = Math.min(to, from + Sm4.BLOCK);
    if (odd(bytes, from, first) == 0 || odd(bytes, from, from + blocks) * ODD_ONE_IN < blocks) {
      return true;
    }
    return controls(bytes, from, to) == 0
        && (Wire.isUtf8(bytes, from, to)
            || (Wire.isGbk(bytes, from, to) && isNamed(bytes, from, to)));
  }

  private static boolean isNamed(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && (bytes[at] == '&' || bytes[at] == ';' || isSpace(bytes[at]))) {
      at++;
    }
    int name = at;
    while (at < to && bytes[at] > ' ' && bytes[at] < 0x7F && bytes[at] != '=' && bytes[at] != ';') {
      at++;
    }
    return at > name && at < to && bytes[at] == '=';
  }

  private static int odd(byte[] bytes, int from, int to) {
    int high = 0;
    for (int i = from; i < to; i++) {
      high += bytes[i] < 0 ? 1 : 0;
    }
    return high + controls(bytes, from, to);
  }

  private static int controls(byte[] bytes, int from, int to) {
    int controls = 0;
    for (int i = from; i < to; i++) {
      boolean low = bytes[i] >= 0 && bytes[i] < ' ' && !isSpace(bytes[i]);
      controls += low || bytes[i] == 0x7F ? 1 : 0;
    }
    return controls;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n';
  }
}
