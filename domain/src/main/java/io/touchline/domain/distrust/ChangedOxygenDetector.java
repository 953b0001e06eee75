package io.touchline.domain.distrust;

import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.distrust.HourSeries.Point;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Oxygen that drops by more than 3 points from one hour to the next while the flow changes by less
 * than 5 %, after an hour in which a converted value lay above 90 % of its hour limit (second half
 * of rule sheet 7.6): less oxygen converts to less. The sheet looks at ten minutes; hours are what
 * is looked at here. Asked of the oxygen channel once, with the pollutant that was nearest to its
 * limit. Without a flow, or an hour limit of the converted value, nobody can tell.
 */
final class ChangedOxygenDetector implements Detector {

  /** A pollutant beside its limit. */
  private record Near(String pollutant, AgainstLimit hour) {}

  @Override
  public List<Suspicion> find(String factor, HourSeries series) {
    List<Suspicion> found = new ArrayList<>();
    String flow = series.flow().orElse(null);
    if (flow == null) {
      return found;
    }
    Map<Instant, Decimal> flows =
        series.points(flow).stream().collect(Collectors.toMap(Point::start, Point::value));
    for (List<Point> stretch : series.stretches(factor)) {
      for (int at = 1; at < stretch.size(); at++) {
        Point before = stretch.get(at - 1);
        Point after = stretch.get(at);
        if (!hasDropped(before, after)) {
          continue;
        }
        Decimal moved = moved(flows.get(before.start()), flows.get(after.start()));
        if (moved != null && Figure.OXYGEN_STILL_PERCENT.number().exceeds(moved)) {
          nearest(series, before.start())
              .ifPresent(near -> found.add(suspicion(factor, before, after, moved, near)));
        }
      }
    }
    return found;
  }

  private static BigDecimal drop(Point before, Point after) {
    return before.value().number().subtract(after.value().number());
  }

  private static boolean hasDropped(Point before, Point after) {
    return drop(before, after).compareTo(Figure.OXYGEN_DROP_POINTS.number().number()) > 0;
  }

  /** How much the flow changed in percent of the greater; null where it is not known. */
  private static Decimal moved(Decimal before, Decimal after) {
    if (before == null || after == null) {
      return null;
    }
    BigDecimal greater = before.number().max(after.number());
    return greater.signum() <= 0
        ? null
        : HourSeries.percent(before.number().subtract(after.number()).abs(), greater);
  }

  /** The pollutant whose converted value was nearest to its limit, if it was near. */
  private static Optional<Near> nearest(HourSeries series, Instant start) {
    return series.pollutants().stream()
        .flatMap(pollutant -> near(series, pollutant, start).stream())
        .max(Comparator.comparing(near -> near.hour().percent()));
  }

  private static Optional<Near> near(HourSeries series, String pollutant, Instant start) {
    return AgainstLimit.of(series, pollutant, start)
        .filter(hour -> hour.limit().basis() == EmissionLimit.Basis.CONVERTED)
        .filter(hour -> hour.isAbove(Figure.OXYGEN_NEAR_PERCENT.number()))
        .map(hour -> new Near(pollutant, hour));
  }

  private static Suspicion suspicion(
      String factor, Point before, Point after, Decimal moved, Near near) {
    SortedMap<String, String> evidence = new TreeMap<>();
    evidence.put("before", before.value().toString());
    evidence.put("after", after.value().toString());
    evidence.put("flowPercent", moved.toString());
    evidence.put("pollutant", near.pollutant());
    evidence.put("converted", near.hour().value().toString());
    evidence.put("limit", near.hour().limit().value().toString());
    BigDecimal share = drop(before, after).divide(before.value().number(), MathContext.DECIMAL128);
    return new Suspicion(
        Suspicion.Kind.CHANGED_OXYGEN,
        factor,
        after.start(),
        after.start().plus(HourSeries.HOUR),
        Decimal.computed(share.min(BigDecimal.ONE)),
        evidence);
  }
}
