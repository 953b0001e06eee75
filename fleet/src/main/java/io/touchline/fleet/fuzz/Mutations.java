package io.touchline.fleet.fuzz;

import io.touchline.hj212.CheckMode;
import io.touchline.hj212.Crc;
import io.touchline.hj212.Sm4;
import io.touchline.hj212.Sm4Key;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Ways to make a frame wrong. Each knows what a frame looks like: random bytes alone would hardly
 * ever get past the check code. So a segment is often framed anew after it was changed.
 */
final class Mutations {

  private static final int HEAD = 6;
  private static final int TAIL = 6;
  private static final int LONGEST = 12_000;

  /** What the grammar is made of, and what it is not. */
  private static final byte[][] TOKENS =
      tokens(
          "##",
          "&&",
          "CP=&&",
          "\r\n",
          ";",
          ",",
          "=",
          "&",
          "//",
          "-",
          "##0012",
          "MN=;",
          "CN=9014;",
          "Flag=;",
          "Flag=11;",
          "RF=1;",
          "PNUM=9999;PNO=1;",
          "PNUM=2147483648;PNO=-1;",
          "QN=;",
          "\0",
          "\n",
          " ",
          "\t",
          "DataTime=",
          "a21026-Rtd=1,",
          "a21026-flag=N;",
          "{0xE4,0x3E}",
          "测试",
          "//;&&1C80//");

  private static final byte[] GBK = "仪器启动".getBytes(Charset.forName("GBK"));

  private static final String[] NUMBERS = {
    "",
    "-",
    ".",
    "1e999",
    "-0",
    "99999999999999999999999999",
    "0.000000000000000000001",
    "NaN",
    "١٢"
  };

  private final SplittableRandom random;
  private final Senders senders;

  Mutations(SplittableRandom random, Senders senders) {
    this.senders = senders;
    this.random = random;
  }

  /** The frame, changed once to four times; sometimes with length and check code mended after. */
  byte[] of(byte[] frame, byte[] other) {
    byte[] result = frame;
    for (int times = 1 + random.nextInt(4); times > 0; times--) {
      result = once(result, other);
    }
    return random.nextInt(3) == 0 ? framedAnew(result, CheckMode.STANDARD) : result;
  }

  private byte[] once(byte[] frame, byte[] other) {
    int at = random.nextInt(frame.length + 1);
    return switch (random.nextInt(15)) {
      case 0 -> flipped(frame);
      case 1 -> replaced(frame, at, Math.min(frame.length, at + 1), random(1));
      case 2 -> Arrays.copyOf(frame, at);
      case 3 -> Arrays.copyOfRange(frame, at, frame.length);
      case 4 ->
          replaced(frame, at, Math.min(frame.length, at + 1 + random.nextInt(40)), new byte[0]);
      case 5 -> replaced(frame, at, at, part(other));
      case 6 -> replaced(frame, at, at, part(frame));
      case 7 -> replaced(frame, at, at, TOKENS[random.nextInt(TOKENS.length)]);
      case 8 -> replaced(frame, at, at, GBK);
      case 9 -> replaced(frame, 2, Math.min(frame.length, 6), length());
      case 10 -> replaced(frame, 0, 0, part(frame, 0, Math.min(frame.length, 8)));
      case 11 -> number(frame);
      case 12 -> replaced(frame, at, at, random(random.nextInt(48)));
      case 13 -> enciphered(frame);
      default -> framedAnew(frame, senders.check());
    };
  }

  /** Head, length, check code and line break around whatever the segment has become. */
  static byte[] framedAnew(byte[] frame, CheckMode mode) {
    int from = Math.min(HEAD, frame.length);
    int to = Math.max(from, frame.length - TAIL);
    byte[] segment = Arrays.copyOfRange(frame, from, Math.min(to, from + 9999));
    String head = String.format(Locale.ROOT, "##%04d", segment.length);
    String tail = Crc.hex(mode.codeOf(segment, 0, segment.length)) + "\r\n";
    return joined(ascii(head), segment, ascii(tail));
  }

  /** CP as SM4 leaves it, under one of the keys that the dialects know. */
  private byte[] enciphered(byte[] frame) {
    byte[] cipher = frame.clone();
    int from = indexOf(cipher, "CP=&&") + 5;
    int to = cipher.length - TAIL - 2;
    if (from < 5 || from > to) {
      return cipher;
    }
    Sm4Key key = Senders.KEYS.get(random.nextInt(Senders.KEYS.size()));
    Sm4.encipher(key, cipher, from, to);
    return random.nextInt(4) == 0 ? replaced(cipher, from, to, printed(cipher, from, to)) : cipher;
  }

  private static byte[] printed(byte[] bytes, int from, int to) {
    StringBuilder text = new StringBuilder("{");
    for (int i = from; i < to; i++) {
      text.append(i == from ? "0x" : ",0x").append(String.format(Locale.ROOT, "%02X", bytes[i]));
    }
    return ascii(text.append('}').toString());
  }

  private byte[] flipped(byte[] frame) {
    byte[] result = frame.clone();
    for (int times = 1 + random.nextInt(3); times > 0 && result.length > 0; times--) {
      result[random.nextInt(result.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return result;
  }

  private byte[] number(byte[] frame) {
    int at = random.nextInt(frame.length + 1);
    while (at < frame.length && frame[at] != '=') {
      at++;
    }
    int past = Math.min(frame.length, at + 1);
    int end = past;
    while (end < frame.length && frame[end] != ';' && frame[end] != ',' && frame[end] != '&') {
      end++;
    }
    String number = NUMBERS[random.nextInt(NUMBERS.length)];
    return replaced(frame, past, end, number.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] length() {
    return switch (random.nextInt(4)) {
      case 0 -> ascii(String.format(Locale.ROOT, "%04d", random.nextInt(10_000)));
      case 1 -> ascii(Integer.toString(random.nextInt(2000)));
      case 2 -> ascii(String.format(Locale.ROOT, "%05d", random.nextInt(20_000)));
      default -> random(4);
    };
  }

  private byte[] part(byte[] bytes) {
    int from = random.nextInt(bytes.length + 1);
    return part(bytes, from, from + random.nextInt(bytes.length - from + 1));
  }

  private static byte[] part(byte[] bytes, int from, int to) {
    return Arrays.copyOfRange(bytes, from, to);
  }

  private byte[] random(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /**
   * The bytes with a stretch of them replaced; what would grow beyond all bounds stays as it is.
   */
  private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
    int start = Math.min(from, bytes.length);
    int past = Math.max(start, to);
    if (bytes.length - (past - start) + by.length > LONGEST) {
      return bytes;
    }
    return joined(Arrays.copyOf(bytes, start), by, Arrays.copyOfRange(bytes, past, bytes.length));
  }

  static byte[] joined(byte[]... pieces) {
    byte[] all = new byte[Arrays.stream(pieces).mapToInt(piece -> piece.length).sum()];
    int at = 0;
    for (byte[] piece : pieces) {
      System.arraycopy(piece, 0, all, at, piece.length);
      at += piece.length;
    }
    return all;
  }

  private static int indexOf(byte[] bytes, String wanted) {
    for (int i = 0; i + wanted.length() <= bytes.length; i++) {
      int matched = 0;
      while (matched < wanted.length() && bytes[i + matched] == wanted.charAt(matched)) {
        matched++;
      }
      if (matched == wanted.length()) {
        return i;
      }
    }
    return -6;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[][] tokens(String... texts) {
    return Arrays.stream(texts)
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toArray(byte[][]::new);
  }
}
