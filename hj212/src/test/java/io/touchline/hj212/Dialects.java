package io.touchline.hj212;

import java.util.List;

/** Dialects that the tests share. */
final class Dialects {

  private Dialects() {}

  static Dialect withKeys(Sm4Key... keys) {
    return new Dialect(CheckMode.STANDARD, LengthMode.EXACT, List.of(keys));
  }

  static Dialect checkedBy(CheckMode mode) {
    return new Dialect(mode, LengthMode.EXACT, List.of());
  }

  static Dialect lenient() {
    return new Dialect(CheckMode.STANDARD, LengthMode.LENIENT, List.of());
  }

  static Verdict.Accepted accepted(byte[] frame, Dialect dialect) {
    Verdict verdict = new FrameDecoder().decode(frame, false, dialect);
    if (verdict instanceof Verdict.Accepted accepted) {
      return accepted;
    }
    throw new AssertionError("expected a frame of the dialect, got " + verdict);
  }
}
