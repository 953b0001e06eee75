package io.touchline.portal.chart;

import io.touchline.portal.read.PeriodMean;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** How far the values and limits of a series reach. Only a range such as pH starts above zero. */
record Extent(double low, double high) {

  private static final double HEADROOM = 0.15;

  static Extent of(List<PeriodMean> series) {
    double[] figures = figures(series).toArray();
    if (figures.length == 0) {
      return new Extent(0, 1);
    }
    double low = DoubleStream.of(figures).min().getAsDouble();
    double high = DoubleStream.of(figures).max().getAsDouble();
    if (series.stream().anyMatch(mean -> mean.limit() != null && mean.limit().lower() != null)) {
      double margin = Math.max((high - low) * HEADROOM, 0.5);
      return new Extent(low - margin, high + margin);
    }
    return new Extent(Math.min(0, low), high > 0 ? high * (1 + HEADROOM) : 1);
  }

  private static DoubleStream figures(List<PeriodMean> series) {
    return series.stream()
        .flatMap(
            mean ->
                mean.limit() == null
                    ? Stream.ofNullable(mean.shown())
                    : Stream.of(mean.shown(), mean.limit().lower(), mean.limit().value()))
        .filter(Objects::nonNull)
        .mapToDouble(BigDecimal::doubleValue);
  }
}
