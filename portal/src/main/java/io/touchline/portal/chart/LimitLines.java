package io.touchline.portal.chart;

import io.touchline.portal.read.PeriodMean;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The limit across a series. Where it changed it is a step, not a redraw of the past. */
final class LimitLines {

  private LimitLines() {}

  /** One path for an upper limit, two for a range. */
  static List<String> of(List<PeriodMean> series, Scale x, Scale y) {
    List<String> lines = new ArrayList<>();
    for (Function<PeriodMean.Limit, BigDecimal> bound :
        List.<Function<PeriodMean.Limit, BigDecimal>>of(
            PeriodMean.Limit::value, PeriodMean.Limit::lower)) {
      String path = path(series, x, y, bound);
      if (!path.isEmpty()) {
        lines.add(path);
      }
    }
    return lines;
  }

  private static String path(
      List<PeriodMean> series, Scale x, Scale y, Function<PeriodMean.Limit, BigDecimal> bound) {
    StringBuilder path = new StringBuilder();
    BigDecimal before = null;
    for (PeriodMean mean : series) {
      BigDecimal value = mean.limit() == null ? null : bound.apply(mean.limit());
      if (value == null) {
        continue;
      }
      String level = Scale.pixel(y.at(value.doubleValue()));
      if (before == null) {
        path.append('M').append(Scale.pixel(x.start())).append(' ').append(level);
      } else if (before.compareTo(value) != 0) {
        String change = Scale.pixel(x.at(mean.start()));
        path.append('H').append(change).append('V').append(level);
      }
      before = value;
    }
    return before == null ? "" : path.append('H').append(Scale.pixel(x.end())).toString();
  }
}
