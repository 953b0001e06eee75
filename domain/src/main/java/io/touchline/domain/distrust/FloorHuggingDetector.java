package io.touchline.domain.distrust;

import io.touchline.domain.Averages;
import io.touchline.domain.Decimal;
import io.touchline.domain.distrust.HourSeries.Point;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * At least 80 % of a week's hours at or below 1.2 times the detection limit while more than a tenth
 * of the usual flows (ministry guide of 2012, section 7: hovering at the detection limit; rule
 * sheet 7.3). No detection limit is registered: 1 % of the analyser's range stands in for it. Weeks
 * are those of the calendar month, and those that follow each other are one finding. Without a
 * range or a flow nobody can tell.
 */
final class FloorHuggingDetector implements Detector {

  @Override
  public List<Suspicion> find(String factor, HourSeries series) {
    Decimal range = series.profile().ranges().get(factor);
    String flow = series.flow().orElse(null);
    List<Suspicion> found = new ArrayList<>();
    if (range == null || range.isZero() || flow == null) {
      return found;
    }
    Decimal floor = floor(range);
    Set<Instant> flowing = flowing(series.points(flow));
    SortedMap<Instant, List<Point>> weeks =
        series.points(factor).stream()
            .filter(hour -> !hour.value().exceeds(floor) && flowing.contains(hour.start()))
            .collect(
                Collectors.groupingBy(
                    hour -> Weeks.startOf(hour.start()), TreeMap::new, Collectors.toList()));
    weeks.values().removeIf(low -> !isMostOfAWeek(low));
    for (List<Point> low : joined(weeks)) {
      found.add(suspicion(factor, low, range));
    }
    return found;
  }

  /** What stands in for the detection limit. */
  private static Decimal detection(Decimal range) {
    return product(range, Figure.FLOOR_DETECTION_PERCENT).shifted(-2);
  }

  private static Decimal floor(Decimal range) {
    return product(product(range, Figure.FLOOR_TIMES), Figure.FLOOR_DETECTION_PERCENT).shifted(-2);
  }

  private static Decimal product(Decimal number, Figure figure) {
    return new Decimal(number.number().multiply(figure.number().number()));
  }

  /** Hours with more than a tenth of the usual flow, which is the median of its valid hours. */
  private static Set<Instant> flowing(List<Point> flows) {
    if (flows.isEmpty()) {
      return Set.of();
    }
    Decimal usual = Averages.median(flows.stream().map(Point::value).toList());
    BigDecimal bound =
        usual.number().multiply(Figure.FLOOR_FLOW_PERCENT.number().number()).movePointLeft(2);
    return flows.stream()
        .filter(hour -> hour.value().number().compareTo(bound) > 0)
        .map(Point::start)
        .collect(Collectors.toSet());
  }

  private static boolean isMostOfAWeek(List<Point> low) {
    return Averages.isAtLeast(
        low.size(), Weeks.WEEK.toHours(), Figure.FLOOR_SHARE_PERCENT.number());
  }

  /** The hours of weeks that follow each other together. */
  private static List<List<Point>> joined(SortedMap<Instant, List<Point>> weeks) {
    List<List<Point>> joined = new ArrayList<>();
    Instant next = null;
    for (Map.Entry<Instant, List<Point>> week : weeks.entrySet()) {
      if (!week.getKey().equals(next)) {
        joined.add(new ArrayList<>());
      }
      joined.get(joined.size() - 1).addAll(week.getValue());
      next = week.getKey().plus(Weeks.WEEK);
    }
    return joined;
  }

  private static Suspicion suspicion(String factor, List<Point> low, Decimal range) {
    SortedMap<String, String> evidence = new TreeMap<>();
    evidence.put("hours", Integer.toString(low.size()));
    evidence.put("floor", floor(range).toString());
    evidence.put("detection", detection(range).toString());
    evidence.put("range", range.toString());
    Decimal score = HourSeries.score(low.size(), Weeks.IN_A_MONTH * Weeks.WEEK.toHours());
    return new Suspicion(
        Suspicion.Kind.FLOOR_HUGGING, factor, Runs.from(low), Runs.to(low), score, evidence);
  }
}
