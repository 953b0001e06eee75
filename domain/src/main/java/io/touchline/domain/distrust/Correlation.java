package io.touchline.domain.distrust;

import io.touchline.domain.Decimal;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How two things go together, as the sums of their pairs: exact, in any order, and of a whole less
 * a part as easily as of a part. Whether it lies below or above a figure is asked of its square, so
 * nothing is rounded for a decision. What does not move at all goes with nothing: 0.
 */
record Correlation(
    long pairs, BigDecimal x, BigDecimal y, BigDecimal xx, BigDecimal yy, BigDecimal xy) {

  static final Correlation NONE =
      new Correlation(
          0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  static Correlation ofPair(BigDecimal x, BigDecimal y) {
    return new Correlation(1, x, y, x.multiply(x), y.multiply(y), x.multiply(y));
  }

  Correlation plus(Correlation other) {
    return new Correlation(
        pairs + other.pairs,
        x.add(other.x),
        y.add(other.y),
        xx.add(other.xx),
        yy.add(other.yy),
        xy.add(other.xy));
  }

  Correlation minus(Correlation part) {
    return new Correlation(
        pairs - part.pairs,
        x.subtract(part.x),
        y.subtract(part.y),
        xx.subtract(part.xx),
        yy.subtract(part.yy),
        xy.subtract(part.xy));
  }

  /** Below a figure of at least 0. */
  boolean isBelow(Decimal figure) {
    return compare(figure) < 0;
  }

  /** Above a figure of at least 0. */
  boolean isAbove(Decimal figure) {
    return compare(figure) > 0;
  }

  private int compare(Decimal figure) {
    BigDecimal covariance = covariance();
    if (covariance.signum() <= 0) {
      return covariance.signum() - figure.number().signum();
    }
    return covariance.pow(2).compareTo(figure.number().pow(2).multiply(together()));
  }

  /** Rounded, for people. */
  Decimal value() {
    BigDecimal covariance = covariance();
    return covariance.signum() == 0
        ? Decimal.computed(covariance)
        : Decimal.computed(
            covariance.divide(together().sqrt(MathContext.DECIMAL128), MathContext.DECIMAL128));
  }

  /** Variance of the second of both in percent of what it is in other pairs, where it moves. */
  Decimal variancePercent(Correlation other) {
    BigDecimal here = spread(y, y, yy).multiply(BigDecimal.valueOf(other.pairs).pow(2));
    BigDecimal there =
        other.spread(other.y, other.y, other.yy).multiply(BigDecimal.valueOf(pairs).pow(2));
    return HourSeries.percent(here, there);
  }

  private BigDecimal covariance() {
    return spread(x, y, xy);
  }

  private BigDecimal together() {
    return spread(x, x, xx).multiply(spread(y, y, yy));
  }

  /** {@code n² ×} the covariance of two of them. */
  private BigDecimal spread(BigDecimal a, BigDecimal b, BigDecimal ab) {
    return ab.multiply(BigDecimal.valueOf(pairs)).subtract(a.multiply(b));
  }
}
