package io.touchline.domain.distrust;

import io.touchline.domain.Decimal;
import io.touchline.domain.FactorMean;
import io.touchline.domain.distrust.HourSeries.Point;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The converted value that the logger sent lies more than 2 % from what its own measured value and
 * oxygen give (rule sheet 7.6): another reference oxygen, another formula, or another hand.
 */
final class ConversionDetector implements Detector {

  @Override
  public List<Suspicion> find(String factor, HourSeries series) {
    List<Suspicion> found = new ArrayList<>();
    for (List<Point> run :
        Runs.where(
            series.points(factor),
            hour -> {
              Decimal off = offPercent(series, factor, hour.start());
              return off != null && abs(off).exceeds(Figure.CONVERSION_PERCENT.number());
            })) {
      found.add(suspicion(series, factor, run));
    }
    return found;
  }

  /** {@code (sent − ours) / ours} in percent, null where there is nothing to compare. */
  private static Decimal offPercent(HourSeries series, String factor, Instant start) {
    FactorMean mean = series.hours().get(start).get(factor);
    if (mean.converted() == null || mean.rederived() == null || mean.rederived().isZero()) {
      return null;
    }
    return HourSeries.percent(
        mean.converted().number().subtract(mean.rederived().number()), mean.rederived().number());
  }

  private static Suspicion suspicion(HourSeries series, String factor, List<Point> run) {
    Instant worst =
        run.stream()
            .map(Point::start)
            .max(
                Comparator.comparing((Instant start) -> abs(offPercent(series, factor, start)))
                    .thenComparing(Comparator.reverseOrder()))
            .orElseThrow();
    FactorMean mean = series.hours().get(worst).get(factor);
    SortedMap<String, String> evidence = new TreeMap<>();
    evidence.put("sent", mean.converted().toString());
    evidence.put("rederived", mean.rederived().toString());
    evidence.put("percent", offPercent(series, factor, worst).toString());
    return Runs.suspicion(Suspicion.Kind.CONVERSION_DIFFERS, factor, run, evidence);
  }

  private static Decimal abs(Decimal number) {
    return new Decimal(number.number().abs());
  }
}
