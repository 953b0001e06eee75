package io.touchline.domain.distrust;

import io.touchline.domain.Decimal;
import io.touchline.domain.distrust.HourSeries.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Hours at the upper end of the analyser's range or above: what was emitted is not known, only that
 * it was at least that (rule sheet 7.11). Without a range nobody can tell.
 */
final class RangeClipDetector implements Detector {

  @Override
  public List<Suspicion> find(String factor, HourSeries series) {
    Decimal range = series.profile().ranges().get(factor);
    List<Suspicion> found = new ArrayList<>();
    if (range == null || range.isZero()) {
      return found;
    }
    for (List<Point> run :
        Runs.where(series.points(factor), hour -> hour.value().compareTo(range) >= 0)) {
      if (run.size() >= Figure.CLIP_HOURS.hours()) {
        SortedMap<String, String> evidence = new TreeMap<>();
        evidence.put("range", range.toString());
        found.add(Runs.suspicion(Suspicion.Kind.RANGE_CLIP, factor, run, evidence));
      }
    }
    return found;
  }
}
