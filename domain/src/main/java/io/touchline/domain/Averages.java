package io.touchline.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * Averages of decimals, rounded once and at the end; the order of the values makes no difference.
 */
public final class Averages {

  private static final MathContext WIDE = new MathContext(60);
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private Averages() {}

  /**
   * Mean weighted by what stands at the same place in the other list; the weights' sum is not 0.
   */
  public static Decimal weighted(List<Decimal> values, List<Decimal> weights) {
    BigDecimal above = BigDecimal.ZERO;
    BigDecimal below = BigDecimal.ZERO;
    for (int i = 0; i < values.size(); i++) {
      above = above.add(values.get(i).number().multiply(weights.get(i).number()));
      below = below.add(weights.get(i).number());
    }
    return Decimal.computed(above.divide(below, WIDE));
  }

  /** Median of at least one value, in any order; of an even number the mean of the middle two. */
  public static Decimal median(List<Decimal> values) {
    return medianOfSorted(values.stream().sorted().toList());
  }

  /** The same of values in order. */
  public static Decimal medianOfSorted(List<Decimal> sorted) {
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? Decimal.computed(sorted.get(middle).number())
        : Decimal.computed(
            sorted.get(middle - 1).number().add(sorted.get(middle).number()).multiply(HALF));
  }

  /** {@code part / whole} in percent; the whole is not 0. */
  public static Decimal percent(long part, long whole) {
    return Decimal.computed(
        BigDecimal.valueOf(part)
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(whole), WIDE));
  }

  /** Whether {@code part / whole} is at least so many percent, exactly and without division. */
  public static boolean isAtLeast(long part, long whole, Decimal percent) {
    return compare(part, whole, percent) >= 0;
  }

  /** Whether {@code part / whole} is more than so many percent, exactly and without division. */
  public static boolean isAbove(long part, long whole, Decimal percent) {
    return compare(part, whole, percent) > 0;
  }

  private static int compare(long part, long whole, Decimal percent) {
    BigDecimal hundredfold = BigDecimal.valueOf(part).multiply(BigDecimal.valueOf(100));
    return hundredfold.compareTo(percent.number().multiply(BigDecimal.valueOf(whole)));
  }
}
