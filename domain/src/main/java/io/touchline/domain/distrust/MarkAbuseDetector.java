package io.touchline.domain.distrust;

import io.touchline.domain.Decimal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Device marks that begin when a value nears its limit (rule sheet 7.9): at least five marked
 * stretches of a month begin right after an hour above 90 % of the hour limit, and an hour before a
 * mark is such an hour at more than three times the odds of any other. A half is added to each of
 * the four counts, so that none is empty. The sheet looks at the quarter of an hour before; hours
 * are what is looked at here. Without an hour limit nobody can tell.
 */
final class MarkAbuseDetector implements Detector {

  private static final BigDecimal HALF = new BigDecimal("0.5");

  @Override
  public List<Suspicion> find(String factor, HourSeries series) {
    SortedMap<Instant, AgainstLimit> judged = new TreeMap<>();
    for (Instant start : series.hours().keySet()) {
      AgainstLimit.of(series, factor, start).ifPresent(hour -> judged.put(start, hour));
    }
    Set<Instant> near =
        judged.keySet().stream()
            .filter(start -> judged.get(start).isAbove(Figure.MARK_NEAR_PERCENT.number()))
            .collect(Collectors.toSet());
    List<Instant> before =
        judged.keySet().stream()
            .filter(start -> series.isMarked(factor, start.plus(HourSeries.HOUR)))
            .toList();
    List<Instant> both = before.stream().filter(near::contains).toList();
    BigDecimal odds = odds(judged.size(), near.size(), before.size(), both.size());
    if (both.size() < Figure.MARK_HOURS.hours()
        || odds.compareTo(Figure.MARK_ODDS.number().number()) <= 0) {
      return List.of();
    }
    Instant last = both.get(both.size() - 1);
    SortedMap<String, String> evidence = new TreeMap<>();
    evidence.put("limit", judged.get(last).limit().value().toString());
    evidence.put("marks", Integer.toString(before.size()));
    evidence.put("both", Integer.toString(both.size()));
    evidence.put("near", Integer.toString(near.size()));
    evidence.put("hours", Integer.toString(judged.size()));
    evidence.put("odds", Decimal.computed(odds).toString());
    return List.of(
        new Suspicion(
            Suspicion.Kind.MARK_ABUSE,
            factor,
            both.get(0),
            last.plus(HourSeries.HOUR),
            HourSeries.score(both.size(), before.size()),
            evidence));
  }

  /** Odds of being near before a mark against those elsewhere. */
  private static BigDecimal odds(int hours, int near, int before, int both) {
    BigDecimal nearBefore = count(both);
    BigDecimal farBefore = count(before - both);
    BigDecimal nearElsewhere = count(near - both);
    BigDecimal farElsewhere = count(hours - near - before + both);
    return nearBefore
        .multiply(farElsewhere)
        .divide(farBefore.multiply(nearElsewhere), MathContext.DECIMAL128);
  }

  private static BigDecimal count(int hours) {
    return BigDecimal.valueOf(hours).add(HALF);
  }
}
