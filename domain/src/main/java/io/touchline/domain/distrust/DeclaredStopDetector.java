package io.touchline.domain.distrust;

import io.touchline.domain.Averages;
import io.touchline.domain.Decimal;
import io.touchline.domain.FactorBook;
import io.touchline.domain.FactorMean;
import io.touchline.domain.Validity;
import io.touchline.domain.distrust.HourSeries.Point;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Flow above a tenth of the usual while the operator's mark says that the source stands still (rule
 * sheet 7.10). Asked of the flow itself, whose usual is the median of its valid hours.
 */
final class DeclaredStopDetector implements Detector {

  @Override
  public List<Suspicion> find(String factor, HourSeries series) {
    List<Suspicion> found = new ArrayList<>();
    List<Point> running = FactorBook.isFlow(factor) ? series.points(factor) : List.of();
    if (running.isEmpty()) {
      return found;
    }
    Decimal usual = Averages.median(running.stream().map(Point::value).toList());
    BigDecimal bound =
        usual.number().multiply(Figure.STOP_FLOW_PERCENT.number().number()).scaleByPowerOfTen(-2);
    List<Point> stopped = new ArrayList<>();
    series.hours().forEach((start, means) -> addIfStopped(stopped, start, means.get(factor)));
    for (List<Point> run :
        Runs.where(stopped, hour -> hour.value().number().compareTo(bound) > 0)) {
      SortedMap<String, String> evidence = new TreeMap<>();
      evidence.put("flow", Runs.greatest(run).toString());
      evidence.put("usual", usual.toString());
      found.add(Runs.suspicion(Suspicion.Kind.DECLARED_STOP, factor, run, evidence));
    }
    return found;
  }

  private static void addIfStopped(List<Point> stopped, Instant start, FactorMean flow) {
    if (flow != null
        && flow.value() != null
        && flow.validity().reason() == Validity.Reason.STOPPED) {
      stopped.add(new Point(start, flow.value()));
    }
  }
}
