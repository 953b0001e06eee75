package io.touchline.fleet.bench;

/**
 * The check code of HJ 212-2017 Appendix A as everybody else computes it: the baselines that the
 * decoder is measured against. Both take in one byte after the other.
 */
final class Crcs {

  private static final int POLYNOMIAL = 0xA001;
  private static final int START = 0xFFFF;
  private static final int[] TABLE = new int[256];

  static {
    for (int i = 0; i < TABLE.length; i++) {
      TABLE[i] = shifted(i);
    }
  }

  private Crcs() {}

  /** As Appendix A prints it in C: eight shifts a byte. */
  static int bitwise(byte[] bytes, int from, int to) {
    int register = START;
    for (int i = from; i < to; i++) {
      register = shifted((register >> 8) ^ (bytes[i] & 0xFF));
    }
    return register;
  }

  /** What is meant by "the bare CRC": one look at a table of 256 a byte. */
  static int tableDriven(byte[] bytes, int from, int to) {
    int register = START;
    for (int i = from; i < to; i++) {
      register = TABLE[(register >> 8) ^ (bytes[i] & 0xFF)];
    }
    return register;
  }

  private static int shifted(int register) {
    int shifted = register;
    for (int bit = 0; bit < 8; bit++) {
      shifted = (shifted & 1) == 1 ? (shifted >> 1) ^ POLYNOMIAL : shifted >> 1;
    }
    return shifted;
  }
}
