package io.touchline.hj212;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** Text on the wire: UTF-8 by HJ 212-2017 6.3, GBK in some loggers. */
final class Wire {

  /** Absent from a trimmed-down Java runtime; then such bytes read as Latin-1. */
  private static final Charset GBK =
      Charset.isSupported("GBK") ? Charset.forName("GBK") : StandardCharsets.ISO_8859_1;

  private Wire() {}

  /** The text of a range; UTF-8, else GBK, else with replacement characters. Never throws. */
  static String text(byte[] bytes, int range) {
    int from = PacketIndex.from(range);
    int to = PacketIndex.to(range);
    if (from == to) {
      return "";
    }
    for (int i = from; i < to; i++) {
      if (bytes[i] < 0) {
        return new String(
            bytes, from, to - from, isUtf8(bytes, from, to) ? StandardCharsets.UTF_8 : GBK);
      }
    }
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  static boolean is(byte[] bytes, int range, String ascii) {
    int from = PacketIndex.from(range);
    if (PacketIndex.to(range) - from != ascii.length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (bytes[from + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a range is this text; the case of letters does not count. */
  static boolean isAnyCase(byte[] bytes, int range, String ascii) {
    int from = PacketIndex.from(range);
    if (PacketIndex.to(range) - from != ascii.length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (lower((char) (bytes[from + i] & 0xFF)) != lower(ascii.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
  }

  /** The number of 1 to 9 digits in a range, -1 when it is none. */
  static int number(byte[] bytes, int range) {
    int from = PacketIndex.from(range);
    int to = PacketIndex.to(range);
    if (from == to || to - from > 9) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  static boolean isUtf8(byte[] bytes, int from, int to) {
    return characters(bytes, from, to, StandardCharsets.UTF_8) >= 0;
  }

  static boolean isGbk(byte[] bytes, int from, int to) {
    return characters(bytes, from, to, GBK) >= 0;
  }

  /** The characters that the bytes make in UTF-8, else in GBK; -1 when in neither. */
  static int characters(byte[] bytes, int from, int to) {
    int count = characters(bytes, from, to, StandardCharsets.UTF_8);
    return count >= 0 ? count : characters(bytes, from, to, GBK);
  }

  private static int characters(byte[] bytes, int from, int to, Charset charset) {
    CharsetDecoder decoder = charset.newDecoder();
    try {
      return decoder.decode(ByteBuffer.wrap(bytes, from, to - from)).length();
    } catch (CharacterCodingException e) {
      return -1;
    }
  }
}
