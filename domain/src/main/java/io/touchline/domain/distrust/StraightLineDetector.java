package io.touchline.domain.distrust;

import io.touchline.domain.distrust.HourSeries.Point;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Hours that lie on one sloping line to the last digit: a gap that was filled in, not measured. */
final class StraightLineDetector implements Detector {

  @Override
  public List<Suspicion> find(String factor, HourSeries series) {
    List<Suspicion> found = new ArrayList<>();
    for (List<Point> stretch : series.stretches(factor)) {
      int from = 0;
      for (int at = 2; at <= stretch.size(); at++) {
        boolean goesOn =
            at < stretch.size() && slope(stretch, at).compareTo(slope(stretch, at - 1)) == 0;
        if (!goesOn) {
          if (at - from >= Figure.STRAIGHT_HOURS.hours() && slope(stretch, at - 1).signum() != 0) {
            found.add(suspicion(factor, stretch.subList(from, at)));
          }
          from = at - 1;
        }
      }
    }
    return found;
  }

  private static BigDecimal slope(List<Point> hours, int at) {
    return hours.get(at).value().number().subtract(hours.get(at - 1).value().number());
  }

  private static Suspicion suspicion(String factor, List<Point> run) {
    SortedMap<String, String> evidence = new TreeMap<>();
    evidence.put("first", run.get(0).value().toString());
    evidence.put("last", run.get(run.size() - 1).value().toString());
    evidence.put("perHour", slope(run, 1).toPlainString());
    return Runs.suspicion(Suspicion.Kind.STRAIGHT_LINE, factor, run, evidence);
  }
}
