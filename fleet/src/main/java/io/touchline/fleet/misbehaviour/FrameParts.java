package io.touchline.fleet.misbehaviour;

import io.touchline.hj212.Crc;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A frame taken apart, so that each part can be wrong by itself.
 *
 * @param length as digits
 * @param plain the segment before it was enciphered: the check code is of this
 * @param segment as it goes on the line
 */
record FrameParts(String length, byte[] plain, byte[] segment, byte[] check, byte[] tail) {

  private static final byte[] CRLF = {'\r', '\n'};

  /** As the standard wants it. */
  static FrameParts of(byte[] plain, byte[] segment) {
    byte[] check = ascii(Crc.hex(Crc.of(plain, 0, plain.length)));
    return new FrameParts(digits(segment.length), plain, segment, check, CRLF);
  }

  FrameParts withLength(int declared) {
    return new FrameParts(digits(declared), plain, segment, check, tail);
  }

  FrameParts withLength(String digits) {
    return new FrameParts(digits, plain, segment, check, tail);
  }

  FrameParts withSegment(byte[] other) {
    return new FrameParts(length, plain, other, check, tail);
  }

  FrameParts withCheck(int code) {
    return withCheck(ascii(Crc.hex(code)));
  }

  FrameParts withCheck(byte[] other) {
    return new FrameParts(length, plain, segment, other, tail);
  }

  FrameParts withTail(String other) {
    return new FrameParts(length, plain, segment, check, ascii(other));
  }

  byte[] joined() {
    ByteArrayOutputStream frame = new ByteArrayOutputStream(segment.length + 16);
    frame.writeBytes(ascii("##" + length));
    frame.writeBytes(segment);
    frame.writeBytes(check);
    frame.writeBytes(tail);
    return frame.toByteArray();
  }

  private static String digits(int length) {
    return String.format(Locale.ROOT, "%04d", length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
