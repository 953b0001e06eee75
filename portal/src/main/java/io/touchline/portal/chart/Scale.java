package io.touchline.portal.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A linear scale from values to pixels.
 *
 * @param low value at {@code start}
 * @param high value at {@code end}
 */
record Scale(double low, double high, double start, double end) {

  private static final double[] ROUND_STEPS = {1, 2, 2.5, 5, 10};

  static Scale ofTime(Instant low, Instant high, double start, double end) {
    return new Scale((double) low.getEpochSecond(), (double) high.getEpochSecond(), start, end);
  }

  double at(Instant time) {
    return at((double) time.getEpochSecond());
  }

  double at(double value) {
    double share = high == low ? 0.5 : (value - low) / (high - low);
    return start + share * (end - start);
  }

  /** Round values within the scale, at most as many as wanted and one more. */
  List<BigDecimal> ticks(int wanted) {
    double rough = (high - low) / wanted;
    if (!(rough > 0)) {
      return List.of();
    }
    int exponent = (int) Math.floor(Math.log10(rough));
    double power = Math.pow(10, exponent);
    double round = ROUND_STEPS[0];
    for (int at = 0; at < ROUND_STEPS.length && round * power < rough; at++) {
      round = ROUND_STEPS[at];
    }
    BigDecimal step = BigDecimal.valueOf(round).scaleByPowerOfTen(exponent).stripTrailingZeros();
    int decimals = Math.max(0, step.scale());
    List<BigDecimal> ticks = new ArrayList<>();
    BigDecimal at = BigDecimal.valueOf(low).divide(step, 0, RoundingMode.CEILING).multiply(step);
    for (; at.doubleValue() <= high; at = at.add(step)) {
      ticks.add(at.setScale(decimals, RoundingMode.HALF_EVEN));
    }
    return ticks;
  }

  /** A coordinate as it stands in an SVG attribute: a tenth of a pixel is plenty. */
  static String pixel(double coordinate) {
    return String.format(Locale.ROOT, "%.1f", coordinate);
  }
}
