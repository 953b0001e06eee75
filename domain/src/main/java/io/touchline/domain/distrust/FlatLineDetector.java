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
    int window = Figure.FLAT_HOURS.hours();
    for (List<Point> stretch : series.stretches(factor)) {
      int from = -1;
      int to = -1;
      for (int end = window; end <= stretch.size(); end++) {
        if (isFlat(stretch.subList(end - window, end), range)) {
          if (from >= 0 && end - window > to) {
            found.add(suspicion(factor, stretch.subList(from, to), range));
            from = -1;
          }
          from = from < 0 ? end - window : from;
          to = end;
        }
      }
      if (from >= 0) {
        found.add(suspicion(factor, stretch.subList(from, to), range));
      }
    }
    return found;
  }

  private static boolean isFlat(List<Point> hours, Decimal range) {
    BigDecimal greatest = greatest(hours);
    BigDecimal swing = greatest.subtract(least(hours));
    return greatest.compareTo(share(range, Figure.FLAT_FLOOR_PERCENT)) >= 0
        && swing.compareTo(share(range, Figure.FLAT_SWING_PERCENT)) < 0;
  }

  private static BigDecimal share(Decimal range, Figure percent) {
    return range.number().multiply(percent.number().number()).scaleByPowerOfTen(-2);
  }

  private static Decimal swing(List<Point> hours, Decimal range) {
    return HourSeries.percent(greatest(hours).subtract(least(hours)), range.number());
  }

  private static BigDecimal least(List<Point> hours) {
    return hours.stream()
        .map(hour -> hour.value().number())
        .min(BigDecimal::compareTo)
        .orElseThrow();
  }

  private static BigDecimal greatest(List<Point> hours) {
    return hours.stream()
        .map(hour -> hour.value().number())
        .max(BigDecimal::compareTo)
        .orElseThrow();
  }

  private static Suspicion suspicion(String factor, List<Point> run, Decimal range) {
    SortedMap<String, String> evidence = new TreeMap<>();
    evidence.put("least", least(run).toPlainString());
    evidence.put("greatest", greatest(run).toPlainString());
    evidence.put("range", range.toString());
    evidence.put("swingPercent", swing(run, range).toString());
    return Runs.suspicion(Suspicion.Kind.FLAT_LINE, factor, run, evidence);
  }
}
