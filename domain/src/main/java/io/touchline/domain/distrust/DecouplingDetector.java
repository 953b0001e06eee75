package io.touchline.domain.distrust;

import io.touchline.domain.Decimal;
import io.touchline.domain.distrust.HourSeries.Point;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A week in which the changes of a concentration from hour to hour no longer go with those of the
 * flow (correlation below 0.1), though they do in the rest of the month (above 0.4; rule sheet
 * 7.7): what is measured may not be what flows. Both need 72 changes, and the flow must move as it
 * does otherwise: at a steady load noise is all there is. Without a flow nobody can tell.
 */
final class DecouplingDetector implements Detector {

  @Override
  public List<Suspicion> find(String factor, HourSeries series) {
    List<Suspicion> found = new ArrayList<>();
    String flow = series.flow().orElse(null);
    if (flow == null) {
      return found;
    }
    SortedMap<Instant, Correlation> weeks = weeks(series.points(factor), series.points(flow));
    Correlation month = weeks.values().stream().reduce(Correlation.NONE, Correlation::plus);
    weeks.forEach(
        (start, week) -> {
          Correlation rest = month.minus(week);
          if (isKnown(week) && isKnown(rest) && isDecoupled(week, rest)) {
            found.add(suspicion(factor, start, endOf(start, series), week, rest));
          }
        });
    return found;
  }

  /** Changes from one hour to the next, by the week that they end in. */
  private static SortedMap<Instant, Correlation> weeks(List<Point> points, List<Point> flows) {
    Map<Instant, Decimal> flowAt =
        flows.stream().collect(Collectors.toMap(Point::start, Point::value));
    SortedMap<Instant, Correlation> weeks = new TreeMap<>();
    for (int at = 1; at < points.size(); at++) {
      Point before = points.get(at - 1);
      Point point = points.get(at);
      Decimal flowBefore = flowAt.get(before.start());
      Decimal flow = flowAt.get(point.start());
      if (before.start().plus(HourSeries.HOUR).equals(point.start())
          && flowBefore != null
          && flow != null) {
        weeks.merge(
            Weeks.startOf(point.start()),
            Correlation.ofPair(change(before.value(), point.value()), change(flowBefore, flow)),
            Correlation::plus);
      }
    }
    return weeks;
  }

  private static BigDecimal change(Decimal before, Decimal after) {
    return after.number().subtract(before.number());
  }

  private static boolean isKnown(Correlation changes) {
    return changes.pairs() >= Figure.DECOUPLED_HOURS.hours();
  }

  private static boolean isDecoupled(Correlation week, Correlation rest) {
    return week.isBelow(Figure.DECOUPLED_BELOW.number())
        && rest.isAbove(Figure.DECOUPLED_USUAL.number())
        && !Figure.DECOUPLED_FLOW_PERCENT.number().exceeds(week.variancePercent(rest));
  }

  /** With its week, or where the hours end. */
  private static Instant endOf(Instant week, HourSeries series) {
    Instant last = series.hours().lastKey().plus(HourSeries.HOUR);
    Instant end = week.plus(Weeks.WEEK);
    return end.isBefore(last) ? end : last;
  }

  private static Suspicion suspicion(
      String factor, Instant from, Instant to, Correlation week, Correlation rest) {
    SortedMap<String, String> evidence = new TreeMap<>();
    evidence.put("hours", Long.toString(week.pairs()));
    evidence.put("correlation", week.value().toString());
    evidence.put("usual", rest.value().toString());
    BigDecimal fall = rest.value().number().subtract(week.value().number());
    return new Suspicion(
        Suspicion.Kind.DECOUPLING,
        factor,
        from,
        to,
        Decimal.computed(fall.min(BigDecimal.ONE)),
        evidence);
  }
}
