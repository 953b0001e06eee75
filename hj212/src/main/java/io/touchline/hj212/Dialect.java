package io.touchline.hj212;

import java.util.List;

/**
 * How one logger's frames are to be taken (方言). The standard's way is always tried first, so a
 * logger that is mended is understood at once.
 *
 * @param check the code it sends
 * @param length how its length field is taken
 * @param keys SM4 keys it may have enciphered with, all of them tried; empty where it does not
 */
public record Dialect(CheckMode check, LengthMode length, List<Sm4Key> keys) {

  public static final Dialect STANDARD =
      new Dialect(CheckMode.STANDARD, LengthMode.EXACT, List.of());

  public Dialect {
    keys = List.copyOf(keys);
  }

  /** Whether a frame that fails by the standard need not be looked at again. */
  public boolean isStandard() {
    return check == CheckMode.STANDARD && length == LengthMode.EXACT && keys.isEmpty();
  }
}
