package io.touchline.domain.facility;

import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Decimal;
import io.touchline.domain.FactorMean;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * When a facility ran and when it stood still; of the time in neither list nothing is known.
 *
 * @param running in order, not touching
 * @param standing in order, not touching
 */
public record FacilityRun(List<Span> running, List<Span> standing) {

  private static final BigDecimal MINUTES_IN_AN_HOUR = BigDecimal.valueOf(60);

  public FacilityRun {
    running = List.copyOf(running);
    standing = List.copyOf(standing);
  }

  /**
   * From the states as said: each holds until the next, but no longer than a logger may be silent
   * between two of them.
   *
   * @param said by moment, from so long before {@code from} on as a state holds
   */
  public static FacilityRun ofStates(SortedMap<Instant, RunState> said, Instant from, Instant to) {
    Map<RunState, List<Span>> spans = new EnumMap<>(RunState.class);
    Instant since = null;
    for (Map.Entry<Instant, RunState> one : said.entrySet()) {
      if (since != null) {
        add(spans, said.get(since), since, one.getKey(), from, to);
      }
      since = one.getKey();
    }
    if (since != null) {
      add(spans, said.get(since), since, Instant.MAX, from, to);
    }
    return of(spans);
  }

  private static void add(
      Map<RunState, List<Span>> spans,
      RunState state,
      Instant since,
      Instant next,
      Instant from,
      Instant to) {
    Instant silent = since.plus(FacilityFigure.STATE_HOLDS_MINUTES.minutes());
    Instant begin = since.isAfter(from) ? since : from;
    Instant end = next.isBefore(silent) ? next : silent;
    end = end.isBefore(to) ? end : to;
    if (begin.isBefore(end)) {
      spans.computeIfAbsent(state, key -> new ArrayList<>()).add(new Span(begin, end));
    }
  }

  /**
   * From the hours of a flow or of its electricity: it runs through an hour whose mean is more than
   * a tenth of the usual. Nothing at all is standing still whatever is usual.
   *
   * @param usual null where it is not known
   */
  public static FacilityRun ofHours(
      SortedMap<Instant, SortedMap<String, FactorMean>> hours, String channel, UsualLevel usual) {
    Map<RunState, List<Span>> spans = new EnumMap<>(RunState.class);
    hours.forEach(
        (start, means) -> {
          Decimal value = UsualLevel.valid(means.get(channel));
          if (value != null && (usual != null || value.isZero())) {
            boolean runs = usual != null && usual.isRunning(value);
            spans
                .computeIfAbsent(runs ? RunState.RUNS : RunState.STANDS, key -> new ArrayList<>())
                .add(new Span(start, AveragingPeriod.HOUR.endOf(start)));
          }
        });
    return of(spans);
  }

  /** Hours as a logger tells them, to the minute. */
  public static Duration ofHours(Decimal hours) {
    BigDecimal minutes = hours.number().multiply(MINUTES_IN_AN_HOUR);
    return Duration.ofMinutes(minutes.setScale(0, RoundingMode.HALF_EVEN).longValue());
  }

  private static FacilityRun of(Map<RunState, List<Span>> spans) {
    return new FacilityRun(
        Span.union(spans.getOrDefault(RunState.RUNS, List.of())),
        Span.union(spans.getOrDefault(RunState.STANDS, List.of())));
  }

  /** How long it ran within a stretch, as far as is known. */
  public Duration ran(Instant from, Instant to) {
    return Span.total(Span.common(running, List.of(new Span(from, to))));
  }

  /** Whether anything is known of it. */
  public boolean isKnown() {
    return !running.isEmpty() || !standing.isEmpty();
  }
}
