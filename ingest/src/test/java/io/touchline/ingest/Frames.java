package io.touchline.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.touchline.hj212.PacketWriter;

/** Frames as loggers send them. */
final class Frames {

  static final String MN = "010000A8900016F000169DC0";
  static final String PW = "123456";

  private Frames() {}

  /** Minute data of a stack, edition 2017, that asks for an answer. */
  static byte[] minute(String mn, String pw, String qn) {
    return new PacketWriter()
        .qn(qn)
        .st("31")
        .cn("2051")
        .pw(pw)
        .mn(mn)
        .flag(5)
        .item("DataTime", "20260101080000")
        .factor("a21026", "Avg", "12.3", "ZsAvg", "15.0", "Cou", "5.1", "Flag", "N")
        .toFrame();
  }

  static byte[] minute(String qn) {
    return minute(MN, PW, qn);
  }

  /** A new logger of 2025 that has no MN yet names its serial. */
  static byte[] join2025(String qn, String serial) {
    return new PacketWriter()
        .qn(qn)
        .st("31")
        .cn("1001")
        .pw(PW)
        .mn("")
        .flag(9)
        .item("i23005-Info", serial)
        .toFrame();
  }

  /** A request number of 17 digits, different for each number. */
  static String qn(int number) {
    return String.format("20260101%09d", number);
  }

  /** The 9014 that belongs to {@link #minute}. */
  static byte[] reply(String qn) {
    return new PacketWriter().qn(qn).st("91").cn("9014").pw(PW).mn(MN).flag(4).toFrame();
  }

  static String qnOf(byte[] frame) {
    String text = new String(frame, ISO_8859_1);
    int at = text.indexOf("QN=") + 3;
    return text.substring(at, at + 17);
  }

  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  static byte[] join(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    byte[] all = new byte[length];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }
}
