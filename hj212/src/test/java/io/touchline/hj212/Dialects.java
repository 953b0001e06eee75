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

  /** The frame with its whole cipher blocks written out, its length field left as it was. */
  static byte[] printed(byte[] frame) {
    int cp = Frames.text(frame).indexOf("CP=&&") + 5;
    int blocks = (frame.length - 8 - cp) / 16 * 16;
    StringBuilder list = new StringBuilder();
    for (int i = cp; i < cp + blocks; i++) {
      list.append(list.isEmpty() ? "{" : ",").append(String.format("0x%02X", frame[i]));
    }
    String text = Frames.text(frame);
    return Frames.ascii(text.substring(0, cp) + list + "}" + text.substring(cp + blocks));
  }
}
