package io.touchline.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;

/** Sum and arithmetic mean; the sum is exact, so the order of the values makes no difference. */
public final class ArithmeticMean {

  private static final MathContext WIDE = new MathContext(60);

  private ArithmeticMean() {}

  /** Of at least one value, as a computed number. */
  public static Decimal of(Collection<Decimal> values) {
    BigDecimal count = BigDecimal.valueOf(values.size());
    return Decimal.computed(sum(values).number().divide(count, WIDE));
  }

  /** Zero where there are none. */
  public static Decimal sum(Collection<Decimal> values) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Decimal value : values) {
      sum = sum.add(value.number());
    }
    return new Decimal(sum);
  }
}
