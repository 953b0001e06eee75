package io.touchline.domain.distrust;

import io.touchline.domain.Decimal;
import io.touchline.domain.distrust.HourSeries.Point;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The swing over 24 valid hours lies below 2 % of the analyser's range (ministry guide of 2012,
 * section 7; rule sheet 7.1). Values that all lie in the lowest tenth of the range are flat because
 * little is emitted, and are not asked about (our reading). Flat days that overlap are one stretch.
 * Without a range nobody can tell.
 */
final class FlatLineDetector implements Detector {

  @Override
  public List<Suspicion> find(String factor, HourSeries series) {
    Decimal range = series.profile().ranges().get(factor);
    List<Suspicion> found = new ArrayList<>();
    if (range == null || range.isZero()) {
      return found;
    }
    for (List<Point> stretch : series.stretches(factor)) {
      for (List<Point> run :
          Runs.ofWindows(stretch, Figure.FLAT_HOURS.hours(), day -> isFlat(day, range))) {
        found.add(suspicion(factor, run, range));
      }
    }
    return found;
  }

  private static boolean isFlat(List<Point> hours, Decimal range) {
    return !isAtTheFloor(hours, range)
        && Runs.swing(hours).compareTo(share(range, Figure.FLAT_SWING_PERCENT)) < 0;
  }

  /** Whether all lie in the lowest tenth of the range, flat because little is there. */
  static boolean isAtTheFloor(List<Point> hours, Decimal range) {
    return Runs.greatest(hours).number().compareTo(share(range, Figure.FLAT_FLOOR_PERCENT)) < 0;
  }

  private static BigDecimal share(Decimal range, Figure percent) {
    return range.number().multiply(percent.number().number()).scaleByPowerOfTen(-2);
  }

  private static Suspicion suspicion(String factor, List<Point> run, Decimal range) {
    SortedMap<String, String> evidence = new TreeMap<>();
    evidence.put("least", Runs.least(run).toString());
    evidence.put("greatest", Runs.greatest(run).toString());
    evidence.put("range", range.toString());
    evidence.put("swingPercent", HourSeries.percent(Runs.swing(run), range.number()).toString());
    return Runs.suspicion(Suspicion.Kind.FLAT_LINE, factor, run, evidence);
  }
}
