package io.touchline.domain.distrust;

import io.touchline.domain.distrust.HourSeries.Movement;
import io.touchline.domain.distrust.HourSeries.Point;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A jump of more than ten median absolute deviations of the last 72 hours from one hour to the
 * next, while flow and oxygen stood still (rule sheet 7.5). Where neither is measured, or too
 * little is known of the hours before, nobody can tell.
 */
final class StepDetector implements Detector {

  @Override
  public List<Suspicion> find(String factor, HourSeries series) {
    List<Point> points = series.points(factor);
    Duration history = Duration.ofHours(Figure.STEP_HISTORY_HOURS.hours());
    List<Suspicion> found = new ArrayList<>();
    MovingValues values = new MovingValues();
    int from = 0;
    for (int at = 1; at < points.size(); at++) {
      Instant start = points.get(at).start();
      values.add(points.get(at - 1).value());
      while (points.get(from).start().isBefore(start.minus(history))) {
        values.remove(points.get(from).value());
        from++;
      }
      boolean known = (at - from) * 3L >= Figure.STEP_HISTORY_HOURS.hours() * 2L;
      if (known && points.get(at - 1).start().plus(HourSeries.HOUR).equals(start)) {
        Suspicion step = step(factor, series, points.get(at - 1), points.get(at), values);
        if (step != null) {
          found.add(step);
        }
      }
    }
    return found;
  }

  private static Suspicion step(
      String factor, HourSeries series, Point last, Point point, MovingValues before) {
    BigDecimal jump = point.value().number().subtract(last.value().number()).abs();
    if (jump.signum() == 0) {
      return null;
    }
    BigDecimal deviation = before.deviation().number();
    BigDecimal bound = deviation.multiply(Figure.STEP_TIMES_MAD.number().number());
    if (deviation.signum() == 0 || jump.compareTo(bound) <= 0) {
      return null;
    }
    Instant to = point.start().plus(HourSeries.HOUR);
    Movement moved = series.movementOfThePlant(factor, last.start(), to).orElse(null);
    if (moved == null || !Figure.STEP_STILL_PERCENT.number().exceeds(moved.percent())) {
      return null;
    }
    SortedMap<String, String> evidence = new TreeMap<>();
    evidence.put("before", last.value().toString());
    evidence.put("after", point.value().toString());
    evidence.put("deviation", deviation.toPlainString());
    evidence.put("moved", moved.factor());
    evidence.put("movedPercent", moved.percent().toString());
    long times = jump.divideToIntegralValue(deviation).min(BigDecimal.valueOf(100)).longValue();
    return new Suspicion(
        Suspicion.Kind.STEP, factor, point.start(), to, HourSeries.score(times, 20), evidence);
  }
}
