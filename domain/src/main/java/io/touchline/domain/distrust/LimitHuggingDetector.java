package io.touchline.domain.distrust;

import io.touchline.domain.Averages;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * More than 30 % of the judged hours lie in the last tenth below the limit, and in the tenth above
 * it less than a tenth as many: the density jumps at the limit, as no process does (rule sheet
 * 7.4).
 */
final class LimitHuggingDetector implements Detector {

  @Override
  public List<Suspicion> find(String factor, HourSeries series) {
    int judged = 0;
    int below = 0;
    int above = 0;
    Instant first = null;
    Instant last = null;
    String figure = null;
    for (Instant start : series.hours().keySet()) {
      AgainstLimit hour = AgainstLimit.of(series, factor, start).orElse(null);
      if (hour == null) {
        continue;
      }
      judged++;
      below += isJustBelow(hour) ? 1 : 0;
      above += isJustAbove(hour) ? 1 : 0;
      first = first == null ? start : first;
      last = start;
      figure = hour.limit().value().toString();
    }
    if (judged < Figure.HUGGING_HOURS.hours()
        || !Averages.isAbove(below, judged, Figure.HUGGING_SHARE_PERCENT.number())
        || Averages.isAtLeast(above, below, Figure.HUGGING_RATIO_PERCENT.number())) {
      return List.of();
    }
    SortedMap<String, String> evidence = new TreeMap<>();
    evidence.put("limit", figure);
    evidence.put("hours", Integer.toString(judged));
    evidence.put("below", Integer.toString(below));
    evidence.put("above", Integer.toString(above));
    evidence.put("sharePercent", Averages.percent(below, judged).toString());
    return List.of(
        new Suspicion(
            Suspicion.Kind.LIMIT_HUGGING,
            factor,
            first,
            last.plus(HourSeries.HOUR),
            HourSeries.score(below, judged),
            evidence));
  }

  private static boolean isJustBelow(AgainstLimit hour) {
    return hour.isAtLeast(Figure.HUGGING_FROM_PERCENT.number()) && !hour.isAtLimit();
  }

  private static boolean isJustAbove(AgainstLimit hour) {
    return hour.isAtLimit() && !hour.isAtLeast(Figure.HUGGING_TO_PERCENT.number());
  }
}
