package io.touchline.hj212;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Frames that the tests share, and ways to damage them. */
final class Frames {

  static final String MN = "010000A8900016F000169DC0";
  static final String QN = "20260101090002123";

  private Frames() {}

  /** An hour upload of a stack, which wants an answer. */
  static PacketWriter hourUpload() {
    return header("2061", 5)
        .item("DataTime", "20260101080000")
        .factor("a00000", "Cou", "41500", "Avg", "11.5", "Flag", "N")
        .factor("a21026", "Avg", "12.30", "ZsAvg", "15.0", "Cou", "5.1", "Flag", "N");
  }

  static PacketWriter header(String cn, int flag) {
    return new PacketWriter().qn(QN).st("31").cn(cn).pw("123456").mn(MN).flag(flag);
  }

  /** A frame around a segment given as text. */
  static byte[] around(String segment) {
    return PacketWriter.frame(segment.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  static byte[] withoutCrlf(byte[] frame) {
    return Arrays.copyOf(frame, frame.length - 2);
  }

  /** The frame with its length field set to {@code length}. */
  static byte[] declaring(byte[] frame, int length) {
    byte[] copy = frame.clone();
    byte[] digits = ascii(String.format("%04d", length));
    System.arraycopy(digits, 0, copy, 2, 4);
    return copy;
  }

  /** The frame with its check code replaced by four characters. */
  static byte[] checkedBy(byte[] frame, String code) {
    byte[] copy = frame.clone();
    System.arraycopy(ascii(code), 0, copy, frame.length - 6, 4);
    return copy;
  }

  static int segmentLength(byte[] frame) {
    return frame.length - FrameScanner.OVERHEAD;
  }

  static byte[] join(byte[]... pieces) {
    byte[] all = new byte[Arrays.stream(pieces).mapToInt(piece -> piece.length).sum()];
    int at = 0;
    for (byte[] piece : pieces) {
      System.arraycopy(piece, 0, all, at, piece.length);
      at += piece.length;
    }
    return all;
  }

  static Packet packet(byte[] frame) {
    Verdict verdict = new FrameDecoder().decode(frame);
    if (verdict instanceof Verdict.Accepted accepted) {
      return accepted.packet();
    }
    throw new AssertionError("expected a good frame, got " + verdict);
  }
}
