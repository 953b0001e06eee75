package io.touchline.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.touchline.hj212.CheckMode;
import io.touchline.hj212.PacketWriter;
import io.touchline.hj212.Sm4Key;
import java.util.Arrays;
import java.util.Locale;

/** Frames of loggers that depart from the standard. */
final class Dialects {

  private static final int HEAD = 6;
  private static final int CHECK_AND_CRLF = 6;

  private Dialects() {}

  /** The same frame with the check code of another algorithm. */
  static byte[] checkedBy(CheckMode mode, byte[] frame) {
    int check = frame.length - CHECK_AND_CRLF;
    byte[] other = frame.clone();
    byte[] code =
        String.format(Locale.ROOT, "%04X", mode.codeOf(frame, HEAD, check)).getBytes(US_ASCII);
    System.arraycopy(code, 0, other, check, code.length);
    return other;
  }

  /** The same frame with a length field that counts so many bytes too many. */
  static byte[] declaring(int more, byte[] frame) {
    int length = frame.length - HEAD - CHECK_AND_CRLF + more;
    byte[] other = frame.clone();
    byte[] field = String.format(Locale.ROOT, "%04d", length).getBytes(US_ASCII);
    System.arraycopy(field, 0, other, 2, field.length);
    return other;
  }

  /** Minute data of 2025 that ask for an answer, enciphered. */
  static byte[] enciphered(String mn, String key) {
    return minute2025(mn).enciphered(Sm4Key.parse(key)).toFrame();
  }

  static PacketWriter minute2025(String mn) {
    return new PacketWriter()
        .qn(Frames.qn(1))
        .st("31")
        .cn("2051")
        .pw(Frames.PW)
        .mn(mn)
        .flag(9)
        .item("DataTime", "20260101080000")
        .factor("a21026", "Avg", "12.3", "ZsAvg", "15.0", "Cou", "5.1", "Flag", "N");
  }

  /** The frame with one byte of its data changed. */
  static byte[] damaged(byte[] frame) {
    byte[] other = Arrays.copyOf(frame, frame.length);
    other[frame.length / 2] ^= 1;
    return other;
  }
}
