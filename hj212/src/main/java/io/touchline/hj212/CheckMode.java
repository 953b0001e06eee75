package io.touchline.hj212;

/** Which check code a logger sends (校验算法). The standard knows one; the field knows more. */
public enum CheckMode {
  /** HJ 212-2017 Appendix A, high byte first. */
  STANDARD,
  /** Appendix A, low byte first. */
  STANDARD_SWAPPED,
  /** CRC-16/MODBUS, high byte first. */
  MODBUS,
  /** CRC-16/MODBUS, low byte first. */
  MODBUS_SWAPPED;

  /** The code of {@code bytes[from, to)} in this mode, as its four digits read. */
  public int codeOf(byte[] bytes, int from, int to) {
    return switch (this) {
      case STANDARD -> Crc.of(bytes, from, to);
      case STANDARD_SWAPPED -> Crc.swapped(Crc.of(bytes, from, to));
      case MODBUS -> Crc.modbus(bytes, from, to);
      case MODBUS_SWAPPED -> Crc.swapped(Crc.modbus(bytes, from, to));
    };
  }
}
