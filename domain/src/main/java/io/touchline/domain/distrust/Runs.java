package io.touchline.domain.distrust;

import io.touchline.domain.Decimal;
import io.touchline.domain.distrust.HourSeries.Point;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Hours in a row that have something in common. */
final class Runs {

  /** A day of it is as plain as can be. */
  static final int PLAIN = 24;

  private Runs() {}

  /** Longest stretches in which each hour goes with the one before. */
  static List<List<Point>> of(List<Point> hours, BiPredicate<Point, Point> together) {
    List<List<Point>> runs = new ArrayList<>();
    List<Point> run = new ArrayList<>();
    for (Point hour : hours) {
      if (!run.isEmpty()) {
        Point last = run.get(run.size() - 1);
        boolean next = last.start().plus(HourSeries.HOUR).equals(hour.start());
        if (!next || !together.test(last, hour)) {
          runs.add(run);
          run = new ArrayList<>();
        }
      }
      run.add(hour);
    }
    if (!run.isEmpty()) {
      runs.add(run);
    }
    return runs;
  }

  /** Longest stretches of hours that are each so. */
  static List<List<Point>> where(List<Point> hours, Predicate<Point> so) {
    return of(hours.stream().filter(so).toList(), (a, b) -> true);
  }

  /** Windows of so many hours that are each so; those that overlap or touch are one. */
  static List<List<Point>> ofWindows(List<Point> stretch, int length, Predicate<List<Point>> so) {
    List<List<Point>> runs = new ArrayList<>();
    int from = 0;
    int to = -1;
    for (int end = length; end <= stretch.size(); end++) {
      if (so.test(stretch.subList(end - length, end))) {
        if (end - length > to) {
          add(runs, stretch, from, to);
          from = end - length;
        }
        to = end;
      }
    }
    add(runs, stretch, from, to);
    return runs;
  }

  private static void add(List<List<Point>> runs, List<Point> stretch, int from, int to) {
    if (to > from) {
      runs.add(stretch.subList(from, to));
    }
  }

  static Decimal least(List<Point> run) {
    return run.stream().map(Point::value).min(Decimal::compareTo).orElseThrow();
  }

  static Decimal greatest(List<Point> run) {
    return run.stream().map(Point::value).max(Decimal::compareTo).orElseThrow();
  }

  /** How far the values of a run lie apart. */
  static BigDecimal swing(List<Point> run) {
    return greatest(run).number().subtract(least(run).number());
  }

  static Instant from(List<Point> run) {
    return run.get(0).start();
  }

  static Instant to(List<Point> run) {
    return run.get(run.size() - 1).start().plus(HourSeries.HOUR);
  }

  /** A suspicion of a run, the plainer the longer it is. */
  static Suspicion suspicion(
      Suspicion.Kind kind, String factor, List<Point> run, SortedMap<String, String> evidence) {
    SortedMap<String, String> all = new TreeMap<>(evidence);
    all.put("hours", Integer.toString(run.size()));
    Decimal score = HourSeries.score(run.size(), PLAIN);
    return new Suspicion(kind, factor, from(run), to(run), score, all);
  }
}
