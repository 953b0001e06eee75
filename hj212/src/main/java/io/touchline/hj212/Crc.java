package io.touchline.hj212;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The check code (校验码) of HJ 212-2017 Appendix A, and the Modbus one that loggers send for it.
 *
 * <p>Appendix A calls its code CRC-16 but shifts the register down by eight bits <em>before</em> it
 * takes in a byte, so only the high byte of the register survives a step. Two things follow. The
 * code has 256 values, not 65,536. And a step on that byte is a linear map whose eighth power is
 * the identity, so bytes that stand eight apart have the same weight: the code of a long text is
 * the code of its eight-byte columns XORed together. That makes it fast, and weak: two equal
 * changes eight bytes apart cancel out. Never resynchronise a stream on it alone.
 */
public final class Crc {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  /** The register after one step, by the byte that went in: polynomial A001, eight shifts. */
  private static final char[] STEP = steps();

  private static final int START = 0xFFFF;

  private Crc() {}

  /**
   * The code of {@code bytes[from, to)}, which is the data segment (数据段) alone: no head, no length
   * field. An empty range gives FFFF.
   */
  public static int of(byte[] bytes, int from, int to) {
    int at = from;
    int register = START;
    if (to - from >= Long.BYTES) {
      long columns = 0;
      for (; at <= to - Long.BYTES; at += Long.BYTES) {
        columns ^= (long) LONGS.get(bytes, at);
      }
      for (int i = 0; i < Long.BYTES; i++) {
        register = STEP[(register >> 8) ^ (int) (columns & 0xFF)];
        columns >>>= 8;
      }
    }
    for (; at < to; at++) {
      register = STEP[(register >> 8) ^ (bytes[at] & 0xFF)];
    }
    return register;
  }

  /** The CRC-16/MODBUS of {@code bytes[from, to)}, to tell a logger that sends it in place. */
  public static int modbus(byte[] bytes, int from, int to) {
    int register = START;
    for (int i = from; i < to; i++) {
      register = (register >> 8) ^ STEP[(register ^ bytes[i]) & 0xFF];
    }
    return register;
  }

  /** The same code with its two bytes exchanged. */
  public static int swapped(int crc) {
    return ((crc & 0xFF) << 8) | ((crc >> 8) & 0xFF);
  }

  /**
   * Whether Appendix A can yield this value at all. Its low byte is one of 00 01 40 41 80 81 C0 C1;
   * any other proves that the sender uses another algorithm, whatever the text.
   */
  public static boolean possible(int crc) {
    return crc == START || (crc & 0x3E) == 0;
  }

  /** Four upper-case digits, high byte first, as Appendix A prints them. */
  public static String hex(int crc) {
    return new String(
        new char[] {
          HEX[(crc >> 12) & 15], HEX[(crc >> 8) & 15], HEX[(crc >> 4) & 15], HEX[crc & 15]
        });
  }

  /**
   * Reads four hexadecimal digits of either case at {@code at}; -1 when they are not all digits or
   * the array ends before them.
   */
  public static int parse(byte[] bytes, int at) {
    if (at < 0 || at > bytes.length - 4) {
      return -1;
    }
    int value = 0;
    for (int i = at; i < at + 4; i++) {
      int digit = digit(bytes[i]);
      if (digit < 0) {
        return -1;
      }
      value = (value << 4) | digit;
    }
    return value;
  }

  private static int digit(byte b) {
    if (b >= '0' && b <= '9') {
      return b - '0';
    }
    int upper = b & 0xDF;
    return upper >= 'A' && upper <= 'F' ? upper - 'A' + 10 : -1;
  }

  private static char[] steps() {
    char[] steps = new char[256];
    for (int i = 0; i < steps.length; i++) {
      int register = i;
      for (int bit = 0; bit < 8; bit++) {
        register = (register & 1) == 1 ? (register >> 1) ^ 0xA001 : register >> 1;
      }
      steps[i] = (char) register;
    }
    return steps;
  }
}
