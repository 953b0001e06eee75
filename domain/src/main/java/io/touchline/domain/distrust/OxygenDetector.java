package io.touchline.domain.distrust;

import io.touchline.domain.Decimal;
import io.touchline.domain.FactorBook;
import io.touchline.domain.distrust.HourSeries.Point;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Oxygen above 19 % while gas flows: air leaks into the sample, or somebody lets it in (rule sheet
 * 7.6). Asked of the oxygen channel once; without a flow nobody can tell.
 */
final class OxygenDetector implements Detector {

  @Override
  public List<Suspicion> find(String factor, HourSeries series) {
    List<Suspicion> found = new ArrayList<>();
    String flow = series.flow().orElse(null);
    if (!FactorBook.isOxygen(factor) || flow == null) {
      return found;
    }
    Map<Instant, Decimal> flows =
        series.points(flow).stream().collect(Collectors.toMap(Point::start, Point::value));
    for (List<Point> run :
        Runs.where(series.points(factor), hour -> isAirWhileItFlows(hour, flows))) {
      SortedMap<String, String> evidence = new TreeMap<>();
      evidence.put("oxygen", Runs.greatest(run).toString());
      evidence.put("flow", flows.get(Runs.from(run)).toString());
      found.add(Runs.suspicion(Suspicion.Kind.OXYGEN_HIGH, factor, run, evidence));
    }
    return found;
  }

  private static boolean isAirWhileItFlows(Point hour, Map<Instant, Decimal> flows) {
    Decimal flow = flows.get(hour.start());
    return hour.value().exceeds(Figure.OXYGEN_PERCENT.number())
        && flow != null
        && flow.number().signum() > 0;
  }
}
