package io.touchline.domain.distrust;

import io.touchline.domain.Decimal;
import io.touchline.domain.FactorMean;
import io.touchline.domain.distrust.HourSeries.Point;
import java.math.BigDecimal;
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
              FactorMean mean = series.hours().get(hour.start()).get(factor);
              return mayDiffer(mean)
                  && abs(offPercent(mean)).exceeds(Figure.CONVERSION_PERCENT.number());
            })) {
      found.add(suspicion(series, factor, run));
    }
    return found;
  }

  /** Whether the exact difference is too great: what is not cannot come to be so by rounding. */
  private static boolean mayDiffer(FactorMean mean) {
    if (mean.converted() == null || mean.rederived() == null || mean.rederived().isZero()) {
      return false;
    }
    BigDecimal off = mean.converted().number().subtract(mean.rederived().number()).abs();
    BigDecimal bound =
        mean.rederived().number().abs().multiply(Figure.CONVERSION_PERCENT.number().number());
    return off.scaleByPowerOfTen(2).compareTo(bound) > 0;
  }

  /** {@code (sent − ours) / ours} in percent. */
  private static Decimal offPercent(FactorMean mean) {
    return HourSeries.percent(
        mean.converted().number().subtract(mean.rederived().number()), mean.rederived().number());
  }

  private static Decimal offPercent(HourSeries series, String factor, Instant start) {
    return offPercent(series.hours().get(start).get(factor));
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
