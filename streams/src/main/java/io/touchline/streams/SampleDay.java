package io.touchline.streams;

import io.touchline.contract.QualityRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.FactorMean;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile;
import io.touchline.domain.sample.AutomaticReading;
import io.touchline.domain.sample.Sample;
import io.touchline.domain.sample.SampleBridge;
import io.touchline.domain.sample.SampleComparison;
import io.touchline.domain.sample.SampleJudgement;
import io.touchline.domain.sample.SamplePairs;
import io.touchline.domain.sample.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that is to be said of the samples of one factor that begin on one day, and what stands in for
 * its missing hours.
 */
record SampleDay(List<QualityRecord> findings, SampleBridge bridge) {

  /** The kinds that are found here and nowhere else. */
  static final List<QualityRecord.Kind> KINDS =
      List.of(
          QualityRecord.Kind.SAMPLE_AGREES,
          QualityRecord.Kind.SAMPLE_DIFFERS,
          QualityRecord.Kind.SAMPLE_ALONE,
          QualityRecord.Kind.SAMPLE_EXCEEDS,
          QualityRecord.Kind.SAMPLE_PAIRS_FAILED,
          QualityRecord.Kind.SAMPLES_FILL,
          QualityRecord.Kind.SAMPLES_TOO_FEW);

  private static final SampleBridge NO_BRIDGE = new SampleBridge(List.of(), 0, 0);

  static SampleDay of(
      OutletProfile profile,
      String region,
      SampleDays.Day day,
      Samples samples,
      PeriodSources sources,
      MeansJournal means) {
    Instant end = AveragingPeriod.DAY.endOf(day.start());
    List<Sample> ofFactor = samples.of(day.factor());
    List<Sample> taken =
        ofFactor.stream().filter(sample -> sample.day().equals(day.start())).toList();
    boolean water = profile.medium() == Medium.WATER;
    SampleBridge bridge =
        water && ofFactor.stream().anyMatch(sample -> mayStandIn(sample, day.start(), end))
            ? SampleBridge.of(day.factor(), means.hours(day.mn(), day.start(), end), ofFactor)
            : NO_BRIDGE;
    List<SampleComparison> comparisons = new ArrayList<>();
    List<SampleJudgement> judgements = new ArrayList<>();
    for (Sample sample : taken) {
      comparisons.add(SampleComparison.of(sample, beside(sample, profile, sources, means)));
      SampleJudgement.of(sample, region, samples.oxygenWith(sample), profile)
          .ifPresent(judgements::add);
    }
    SampleFindings found = new SampleFindings(day);
    comparisons.forEach(found::compared);
    judgements.stream().filter(SampleJudgement::exceeds).forEach(found::exceeds);
    SamplePairs pairs = SamplePairs.of(comparisons);
    if (water && pairs.isFailed()) {
      found.pairsFailed(pairs);
    }
    found.bridged(bridge, taken);
    return new SampleDay(found.all(), bridge);
  }

  private static boolean mayStandIn(Sample sample, Instant start, Instant end) {
    return sample.from().isBefore(end) && start.isBefore(SampleBridge.reach(sample));
  }

  private static AutomaticReading beside(
      Sample sample, OutletProfile profile, PeriodSources sources, MeansJournal means) {
    Instant from = AveragingPeriod.HOUR.startOf(sample.from());
    Instant last = sample.isGrab() ? sample.from() : sample.to().minusMillis(1);
    Instant to = AveragingPeriod.HOUR.endOf(AveragingPeriod.HOUR.startOf(last));
    return AutomaticReading.beside(
        sample,
        profile.minuteInterval(),
        ofFactor(sample.factor(), sources.minutes(sample.mn(), from, to, profile)),
        ofFactor(sample.factor(), means.hours(sample.mn(), from, to)));
  }

  private static SortedMap<Instant, FactorMean> ofFactor(
      String factor, SortedMap<Instant, SortedMap<String, FactorMean>> parts) {
    SortedMap<Instant, FactorMean> found = new TreeMap<>();
    for (Map.Entry<Instant, SortedMap<String, FactorMean>> part : parts.entrySet()) {
      FactorMean mean = part.getValue().get(factor);
      if (mean != null) {
        found.put(part.getKey(), mean);
      }
    }
    return found;
  }
}
