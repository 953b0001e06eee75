package io.touchline.domain.distrust;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * More than ten hours of a month that device marks made invalid. Of waste incineration 30 hours of
 * maintenance a quarter are tolerated (MEE order 10; rule sheet 4.2 and 7.9), of recall and not
 * read in the text; a third of them a month, and of every source, is our reading. Plain where a
 * month holds a quarter's hours.
 */
final class MarkedTooLongDetector implements Detector {

  private static final long MONTHS_OF_A_QUARTER = 3;

  @Override
  public List<Suspicion> find(String factor, HourSeries series) {
    List<Instant> marked =
        series.hours().keySet().stream().filter(start -> series.isMarked(factor, start)).toList();
    int allowed = Figure.MARKED_HOURS.hours();
    if (marked.size() <= allowed) {
      return List.of();
    }
    SortedMap<String, String> evidence = new TreeMap<>();
    evidence.put("hours", Integer.toString(marked.size()));
    evidence.put("allowed", Integer.toString(allowed));
    return List.of(
        new Suspicion(
            Suspicion.Kind.MARKED_TOO_LONG,
            factor,
            marked.get(0),
            marked.get(marked.size() - 1).plus(HourSeries.HOUR),
            HourSeries.score(marked.size(), MONTHS_OF_A_QUARTER * allowed),
            evidence));
  }
}
