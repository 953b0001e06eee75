package io.touchline.streams;

import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.ExemptHours;
import io.touchline.domain.FactorMean;
import io.touchline.domain.FurnaceTemperature;
import io.touchline.domain.Judgement;
import io.touchline.domain.Marks;
import io.touchline.domain.MonthShare;
import io.touchline.domain.OperatingState;
import io.touchline.domain.OutletProfile;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Holds the means of one period of one outlet against its limits, and finds what a row wants to see
 * besides: a month's hours, a furnace's minutes, a year's marks. Each is read only where a row
 * asks.
 */
final class Judging {

  private final PeriodSources sources;
  private final OutletProfile profile;
  private final AveragingPeriod period;
  private final Instant start;
  private SortedMap<Instant, SortedMap<String, FactorMean>> parts;

  Judging(PeriodSources sources, OutletProfile profile, AveragingPeriod period, Instant start) {
    this.sources = sources;
    this.profile = profile;
    this.period = period;
    this.start = start;
  }

  /** Empty where no limit applies. */
  Optional<Judgement> judge(String factor, FactorMean mean) {
    return profile
        .limitFor(factor, period, start)
        .filter(limit -> !limit.averaging().isMass())
        .map(limit -> judge(limit, factor, mean));
  }

  private Judgement judge(EmissionLimit limit, String factor, FactorMean mean) {
    return switch (limit.averaging()) {
      case HOUR -> Judgement.of(limit, mean);
      case DAY -> exempted(Judgement.of(limit, mean), factor);
      case FIVE_MINUTES -> furnace(limit, factor);
      case MONTH_SHARE -> MonthShare.judge(limit, start, partsOf(factor).values());
      default -> throw new IllegalArgumentException(limit.averaging() + " is not of an outlet");
    };
  }

  private Judgement exempted(Judgement judgement, String factor) {
    boolean counts =
        profile.exemption() != null && judgement.verdict() == Judgement.Verdict.EXCEEDS;
    return counts
        ? ExemptHours.applied(
            judgement,
            ExemptHours.on(start, profile.exemption(), factor, sources.marksOf(profile.mn())))
        : judgement;
  }

  private Judgement furnace(EmissionLimit limit, String factor) {
    Instant end = period.endOf(start);
    Marks marks = sources.marksOf(profile.mn()).within(start, end);
    return FurnaceTemperature.judge(
        limit,
        start,
        partsOf(factor),
        profile.minuteInterval(),
        at -> marks.standingAt(factor, at, OperatingState.class).isEmpty());
  }

  private SortedMap<Instant, FactorMean> partsOf(String factor) {
    if (parts == null) {
      parts = sources.countedParts(profile, period, start);
    }
    SortedMap<Instant, FactorMean> ofFactor = new TreeMap<>();
    parts.forEach(
        (at, means) -> {
          if (means.containsKey(factor)) {
            ofFactor.put(at, means.get(factor));
          }
        });
    return ofFactor;
  }
}
