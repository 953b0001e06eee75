package io.touchline.hj212;

import java.util.List;
import java.util.Optional;

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

  private static final List<CheckMode> BY_EVIDENCE =
      List.of(
          CheckMode.STANDARD,
          CheckMode.MODBUS,
          CheckMode.MODBUS_SWAPPED,
          CheckMode.STANDARD_SWAPPED);

  public Dialect {
    keys = List.copyOf(keys);
  }

  /** Whether a frame that fails by the standard need not be looked at again. */
  public boolean isStandard() {
    return check == CheckMode.STANDARD && length == LengthMode.EXACT && keys.isEmpty();
  }

  /**
   * The dialect, without keys, in which a plain frame can be read: the standard's where it is right
   * as it stands, else the first that fits, an exact length before a lenient one and Modbus before
   * the exchanged code. Empty where none fits, and for cipher text.
   *
   * <p>One frame proves little: in 256 damaged ones with a lenient length one fits by chance.
   * Believe it when several of one station say the same.
   */
  public static Optional<Dialect> fitting(byte[] frame) {
    FrameDecoder decoder = new FrameDecoder();
    for (LengthMode length : LengthMode.values()) {
      for (CheckMode check : BY_EVIDENCE) {
        Dialect dialect = new Dialect(check, length, List.of());
        if (decoder.decode(frame, false, dialect) instanceof Verdict.Accepted) {
          return Optional.of(dialect);
        }
      }
    }
    return Optional.empty();
  }
}
