package io.touchline.streams;

/**
 * Whole numbers of one kind in few bits: the least of them, and how far each lies above it, in as
 * many bits as the greatest needs.
 */
final class BitColumn {

  private BitColumn() {}

  static void write(long[] numbers, RowWriter out) {
    if (numbers.length == 0) {
      return;
    }
    long least = numbers[0];
    long greatest = numbers[0];
    for (long number : numbers) {
      least = Math.min(least, number);
      greatest = Math.max(greatest, number);
    }
    // The distance of the two may be more than a long has; as a number without sign it is right.
    int width = Long.SIZE - Long.numberOfLeadingZeros(greatest - least);
    out.number(least).bits(width);
    byte[] packed = new byte[bytesOf(numbers.length, width)];
    int at = 0;
    for (long number : numbers) {
      long above = number - least;
      for (int bit = width - 1; bit >= 0; bit--, at++) {
        packed[at / Byte.SIZE] |=
            (byte) (((above >>> bit) & 1) << (Byte.SIZE - 1 - at % Byte.SIZE));
      }
    }
    out.raw(packed);
  }

  static long[] read(int size, RowReader in) {
    long[] numbers = new long[size];
    if (size == 0) {
      return numbers;
    }
    long least = in.number();
    int width = in.bits();
    byte[] packed = in.raw(bytesOf(size, width));
    int at = 0;
    for (int index = 0; index < size; index++) {
      long above = 0;
      for (int left = width; left > 0; left--, at++) {
        above = above << 1 | (packed[at / Byte.SIZE] >>> (Byte.SIZE - 1 - at % Byte.SIZE) & 1);
      }
      numbers[index] = least + above;
    }
    return numbers;
  }

  private static int bytesOf(int size, int width) {
    return (size * width + Byte.SIZE - 1) / Byte.SIZE;
  }
}
