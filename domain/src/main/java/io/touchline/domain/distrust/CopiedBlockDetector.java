package io.touchline.domain.distrust;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.distrust.HourSeries.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Six hours that equal, digit for digit, six hours before them (rule sheet 7.13). Blocks with fewer
 * than four different values say nothing: a freeze or a detection limit repeats by itself.
 */
final class CopiedBlockDetector implements Detector {

  private static final int DIFFERENT = 4;

  @Override
  public List<Suspicion> find(String factor, HourSeries series) {
    int length = Figure.COPIED_HOURS.hours();
    Map<List<String>, Instant> first = new HashMap<>();
    SortedMap<Instant, Duration> copies = new TreeMap<>();
    for (List<Point> stretch : series.stretches(factor)) {
      for (int from = 0; from + length <= stretch.size(); from++) {
        List<String> block =
            stretch.subList(from, from + length).stream()
                .map(point -> point.value().toString())
                .toList();
        if (block.stream().distinct().count() < DIFFERENT) {
          continue;
        }
        Instant start = stretch.get(from).start();
        Instant original = first.putIfAbsent(block, start);
        if (original != null
            && !original.plus(HourSeries.HOUR.multipliedBy(length)).isAfter(start)) {
          copies.put(start, Duration.between(original, start));
        }
      }
    }
    return joined(factor, copies, HourSeries.HOUR.multipliedBy(length));
  }

  /** Copies that overlap and lie equally far from their originals are one. */
  private static List<Suspicion> joined(
      String factor, SortedMap<Instant, Duration> copies, Duration length) {
    List<Suspicion> found = new ArrayList<>();
    Instant from = null;
    Instant last = null;
    Duration apart = null;
    for (Map.Entry<Instant, Duration> copy : copies.entrySet()) {
      boolean goesOn =
          last != null
              && last.plus(HourSeries.HOUR).equals(copy.getKey())
              && apart.equals(copy.getValue());
      if (!goesOn) {
        if (from != null) {
          found.add(suspicion(factor, from, last.plus(length), apart));
        }
        from = copy.getKey();
        apart = copy.getValue();
      }
      last = copy.getKey();
    }
    if (from != null) {
      found.add(suspicion(factor, from, last.plus(length), apart));
    }
    return found;
  }

  private static Suspicion suspicion(String factor, Instant from, Instant to, Duration apart) {
    SortedMap<String, String> evidence = new TreeMap<>();
    long hours = Duration.between(from, to).toHours();
    evidence.put("hours", Long.toString(hours));
    evidence.put("original", ChinaTime.format(from.minus(apart)));
    return new Suspicion(
        Suspicion.Kind.COPIED_BLOCK,
        factor,
        from,
        to,
        HourSeries.score(hours, Runs.PLAIN),
        evidence);
  }
}
