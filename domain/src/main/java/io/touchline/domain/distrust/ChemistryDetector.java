package io.touchline.domain.distrust;

import io.touchline.domain.Decimal;
import io.touchline.domain.distrust.HourSeries.Point;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A part that is greater than its whole: ammonia nitrogen above total nitrogen, BOD above COD. */
final class ChemistryDetector implements Detector {

  private static final Map<String, String> WHOLE_OF =
      Map.of("w21003", "w21001", "w01017", "w01018");

  @Override
  public List<Suspicion> find(String factor, HourSeries series) {
    List<Suspicion> found = new ArrayList<>();
    String whole = WHOLE_OF.get(factor);
    if (whole == null) {
      return found;
    }
    Map<Instant, Decimal> wholes =
        series.points(whole).stream().collect(Collectors.toMap(Point::start, Point::value));
    for (List<Point> run :
        Runs.where(
            series.points(factor),
            hour ->
                wholes.containsKey(hour.start())
                    && hour.value().exceeds(wholes.get(hour.start())))) {
      SortedMap<String, String> evidence = new TreeMap<>();
      evidence.put("part", run.get(0).value().toString());
      evidence.put("whole", wholes.get(Runs.from(run)).toString());
      evidence.put("wholeFactor", whole);
      found.add(Runs.suspicion(Suspicion.Kind.IMPOSSIBLE_CHEMISTRY, factor, run, evidence));
    }
    return found;
  }
}
