package io.touchline.domain.distrust;

import io.touchline.domain.ArithmeticMean;
import io.touchline.domain.Decimal;
import io.touchline.domain.Unit;
import io.touchline.domain.distrust.HourSeries.Point;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Waste water whose concentration swings by less than 2 % of its mean over 24 valid hours while the
 * flow swings by more than 30 % (rule sheet 7.7: COD flat while the flow swings). As with a flat
 * line, values in the lowest tenth of a registered range are flat because little is there. Without
 * a flow nobody can tell.
 */
final class UnmovedByFlowDetector implements Detector {

  @Override
  public List<Suspicion> find(String factor, HourSeries series) {
    List<Suspicion> found = new ArrayList<>();
    String flow = series.flow().orElse(null);
    if (flow == null || !isOfWater(factor, series)) {
      return found;
    }
    Decimal range = series.profile().ranges().get(factor);
    for (List<Point> stretch : series.stretches(factor)) {
      for (List<Point> run :
          Runs.ofWindows(
              stretch,
              Figure.UNMOVED_HOURS.hours(),
              day -> isFlat(day, range) && isSwinging(beside(day, flow, series)))) {
        found.add(suspicion(factor, run, beside(run, flow, series)));
      }
    }
    return found;
  }

  private static boolean isOfWater(String factor, HourSeries series) {
    return series.hours().values().stream()
        .map(means -> means.get(factor))
        .anyMatch(mean -> mean != null && mean.unit().convertsTo(Unit.MG_PER_L));
  }

  private static boolean isFlat(List<Point> day, Decimal range) {
    BigDecimal mean = mean(day);
    return mean.signum() > 0
        && Figure.UNMOVED_SWING_PERCENT.number().exceeds(HourSeries.percent(Runs.swing(day), mean))
        && (range == null || !FlatLineDetector.isAtTheFloor(day, range));
  }

  private static BigDecimal mean(List<Point> hours) {
    return ArithmeticMean.of(hours.stream().map(Point::value).toList()).number();
  }

  /** The valid hours of flow between the ends of a run. */
  private static List<Point> beside(List<Point> run, String flow, HourSeries series) {
    return series.points(flow, Runs.from(run), Runs.to(run));
  }

  /** Where less than half of them is known nobody can tell. */
  private static boolean isSwinging(List<Point> flows) {
    if (flows.size() * 2 < Figure.UNMOVED_HOURS.hours()) {
      return false;
    }
    BigDecimal greatest = Runs.greatest(flows).number();
    return greatest.signum() > 0
        && HourSeries.percent(Runs.swing(flows), greatest)
            .exceeds(Figure.UNMOVED_FLOW_PERCENT.number());
  }

  private static Suspicion suspicion(String factor, List<Point> run, List<Point> flows) {
    SortedMap<String, String> evidence = new TreeMap<>();
    evidence.put("least", Runs.least(run).toString());
    evidence.put("greatest", Runs.greatest(run).toString());
    evidence.put("flowFrom", Runs.least(flows).toString());
    evidence.put("flowTo", Runs.greatest(flows).toString());
    return Runs.suspicion(Suspicion.Kind.UNMOVED_BY_FLOW, factor, run, evidence);
  }
}
