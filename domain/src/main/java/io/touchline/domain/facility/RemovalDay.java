package io.touchline.domain.facility;

import io.touchline.domain.Decimal;
import io.touchline.domain.FactorMean;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What treatment took out of a factor in a day, against what it must.
 *
 * @param efficiency of all hours with both sides together
 * @param hours with both sides
 * @param below of these, hours whose own efficiency is below the requirement
 * @param worst the least efficiency of an hour
 * @param worstHour its start; the first of several
 */
public record RemovalDay(
    String factor,
    RemovalRequirement required,
    RemovalEfficiency efficiency,
    int hours,
    int below,
    Decimal worst,
    Instant worstHour) {

  /** From the hours of the day; empty where none has both sides. */
  public static Optional<RemovalDay> of(
      String factor,
      RemovalRequirement required,
      SortedMap<Instant, SortedMap<String, FactorMean>> hours) {
    SortedMap<Instant, RemovalEfficiency.Pair> pairs = new TreeMap<>();
    hours.forEach(
        (start, means) ->
            RemovalEfficiency.pair(factor, means).ifPresent(pair -> pairs.put(start, pair)));
    if (pairs.isEmpty()) {
      return Optional.empty();
    }
    Decimal worst = null;
    Instant worstHour = null;
    int below = 0;
    for (Map.Entry<Instant, RemovalEfficiency.Pair> one : pairs.entrySet()) {
      Decimal percent = RemovalEfficiency.of(List.of(one.getValue())).orElseThrow().percent();
      below += required.percent().exceeds(percent) ? 1 : 0;
      if (worst == null || worst.exceeds(percent)) {
        worst = percent;
        worstHour = one.getKey();
      }
    }
    return Optional.of(
        new RemovalDay(
            factor,
            required,
            RemovalEfficiency.of(pairs.values()).orElseThrow(),
            pairs.size(),
            below,
            worst,
            worstHour));
  }

  /** Which share of the hours is below. */
  public Decimal shareBelow() {
    return Decimal.computed(
        BigDecimal.valueOf(below)
            .divide(BigDecimal.valueOf(hours), Decimal.COMPUTED_SCALE, RoundingMode.HALF_EVEN));
  }

  /** Whether the day as a whole or an hour of it is below the requirement. */
  public boolean isTooLow() {
    return below > 0 || required.percent().exceeds(efficiency.percent());
  }
}
