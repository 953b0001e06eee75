package io.touchline.domain.distrust;

import io.touchline.domain.distrust.HourSeries.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The same value to the last digit for hours while something else of the outlet moves: a stuck
 * analyser (rule sheet 7.2). A reading of zero is no freeze: below its detection limit a monitor
 * says nothing else.
 */
final class FrozenDetector implements Detector {

  @Override
  public List<Suspicion> find(String factor, HourSeries series) {
    List<Suspicion> found = new ArrayList<>();
    for (List<Point> run :
        Runs.of(series.points(factor), (a, b) -> a.value().compareTo(b.value()) == 0)) {
      if (run.size() >= Figure.FROZEN_HOURS.hours() && !run.get(0).value().isZero()) {
        series
            .movementBeside(factor, Runs.from(run), Runs.to(run))
            .filter(moved -> moved.percent().exceeds(Figure.FROZEN_MOVE_PERCENT.number()))
            .ifPresent(moved -> found.add(suspicion(factor, run, moved)));
      }
    }
    return found;
  }

  private static Suspicion suspicion(String factor, List<Point> run, HourSeries.Movement moved) {
    SortedMap<String, String> evidence = new TreeMap<>();
    evidence.put("value", run.get(0).value().toString());
    evidence.put("moved", moved.factor());
    evidence.put("movedFrom", moved.least().toString());
    evidence.put("movedTo", moved.greatest().toString());
    return Runs.suspicion(Suspicion.Kind.FROZEN, factor, run, evidence);
  }
}
