package io.touchline.fleet.misbehaviour;

import io.touchline.hj212.CheckMode;
import io.touchline.hj212.Crc;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What loggers get wrong around the segment: length, check code, line break, cipher notation. */
final class FrameSlips {

  private static final String CP = "CP=&&";
  private static final int CLOSING = 2;

  private FrameSlips() {}

  /**
   * Should the two codes agree by chance, the digits are turned so that it is wrong all the same.
   */
  static FrameParts check(FrameParts frame, CheckMode mode) {
    byte[] plain = frame.plain();
    int code = mode.codeOf(plain, 0, plain.length);
    return frame.withCheck(code == Crc.of(plain, 0, plain.length) ? code ^ 0xFFFF : code);
  }

  static FrameParts lowerCase(FrameParts frame) {
    String digits = new String(frame.check(), StandardCharsets.US_ASCII);
    return frame.withCheck(digits.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
  }

  /** The two bytes themselves in place of their four digits. */
  static FrameParts binaryCheck(FrameParts frame) {
    int code = Crc.of(frame.plain(), 0, frame.plain().length);
    return frame.withCheck(new byte[] {(byte) (code >> 8), (byte) code});
  }

  static FrameParts unpadded(FrameParts frame) {
    return frame.withLength(Integer.toString(frame.segment().length));
  }

  static FrameParts longer(FrameParts frame, int by) {
    return frame.withLength(frame.segment().length + by);
  }

  /** The length of another packet, kept. */
  static FrameParts staleLength(FrameParts frame, Turn turn) {
    int length = frame.segment().length;
    int last = turn.lastLength() == length ? 0 : turn.lastLength();
    return frame.withLength(last == 0 ? length - 9 : last);
  }

  static FrameParts lengthInCharacters(FrameParts frame) {
    return frame.withLength(new String(frame.segment(), StandardCharsets.UTF_8).length());
  }

  /** {@code {0xE4,0x3E,...}} as HJ 212-2025 A.2 prints it; the length counts the bytes it means. */
  static FrameParts printed(FrameParts frame) {
    byte[] segment = frame.segment();
    String text = new String(segment, StandardCharsets.ISO_8859_1);
    int from = text.indexOf(CP) + CP.length();
    int to = segment.length - CLOSING;
    StringBuilder list = new StringBuilder("{");
    for (int at = from; at < to; at++) {
      list.append(at == from ? "" : ",");
      list.append(String.format(Locale.ROOT, "0x%02X", segment[at]));
    }
    String whole = text.substring(0, from) + list.append("}") + text.substring(to);
    return frame
        .withLength(segment.length)
        .withSegment(whole.getBytes(StandardCharsets.ISO_8859_1));
  }
}
