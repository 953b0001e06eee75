package io.touchline.streams;

import io.touchline.domain.Decimal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Decimals, or none, one after the other: their scales as runs, their digits in few bits. */
final class DecimalColumn {

  private static final long NONE = 0;

  /** Digits that a long does not hold have negative codes, {@code -1 - scale}. */
  private static final int LONGEST = Long.SIZE - 1;

  private DecimalColumn() {}

  static void write(List<Decimal> numbers, RowWriter out) {
    RunColumn.write(numbers.stream().map(DecimalColumn::codeOf).toList(), RowWriter::number, out);
    BitColumn.write(
        numbers.stream()
            .filter(number -> codeOf(number) > NONE)
            .mapToLong(number -> number.number().unscaledValue().longValueExact())
            .toArray(),
        out);
    for (Decimal number : numbers) {
      if (codeOf(number) < NONE) {
        byte[] digits = number.number().unscaledValue().toByteArray();
        out.count(digits.length).raw(digits);
      }
    }
  }

  static List<Decimal> read(int size, RowReader in) {
    List<Long> codes = RunColumn.read(size, RowReader::number, in);
    int usual = (int) codes.stream().filter(code -> code > NONE).count();
    long[] digits = BitColumn.read(usual, in);
    List<Decimal> numbers = new ArrayList<>(size);
    int at = 0;
    for (long code : codes) {
      if (code == NONE) {
        numbers.add(null);
      } else if (code > NONE) {
        numbers.add(new Decimal(BigDecimal.valueOf(digits[at++], Math.toIntExact(code - 1))));
      } else {
        BigInteger many = new BigInteger(in.raw(in.count()));
        numbers.add(new Decimal(new BigDecimal(many, Math.toIntExact(-1 - code))));
      }
    }
    return numbers;
  }

  private static long codeOf(Decimal number) {
    if (number == null) {
      return NONE;
    }
    long scale = number.number().scale();
    boolean fits = number.number().unscaledValue().bitLength() <= LONGEST;
    return fits ? scale + 1 : -1 - scale;
  }
}
