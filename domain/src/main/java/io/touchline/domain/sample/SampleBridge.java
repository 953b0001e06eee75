package io.touchline.domain.sample;

import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.EmittedMass;
import io.touchline.domain.FactorBook;
import io.touchline.domain.FactorMean;
import io.touchline.domain.Unit;
import io.touchline.domain.Validity;
import io.touchline.domain.missing.HourState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Manual samples that bridge an outage of a waste-water monitor, for the substituted mass alone: a
 * sample stands for the hours from its own on, six at most or as long as it was taken over, until
 * the next. Mass is its concentration times the volume that the flow meter has of the hour; where
 * there is no volume nothing is filled in.
 *
 * <p>The rule is recall and needs a check, so a sample fills nothing unless an officer adopted it
 * by name. Whether an hour is covered does not hang on that.
 *
 * @param filled what stands in, by hour
 * @param missing formed hours without valid data of the factor
 * @param uncovered those of them that no sample stands for
 */
public record SampleBridge(List<FilledHour> filled, int missing, int uncovered) {

  private static final int PERCENT = 2;

  /**
   * One hour that a sample stands in for.
   *
   * @param value concentration that counts, in the sample's unit
   * @param volume m³ that flowed
   */
  public record FilledHour(
      Instant start, Sample sample, Decimal value, Decimal volume, long massMg) {}

  /**
   * Bridges hours of one factor.
   *
   * @param hours formed hours, all their factors
   * @param samples that stand, of that factor, by their time
   */
  public static SampleBridge of(
      String factor,
      SortedMap<Instant, SortedMap<String, FactorMean>> hours,
      List<Sample> samples) {
    List<Sample> manual =
        samples.stream()
            .filter(sample -> sample.kind() == SampleKind.MANUAL_SUBSTITUTE)
            .filter(sample -> sample.basis() == EmissionLimit.Basis.MEASURED)
            .filter(sample -> sample.unit().convertsTo(Unit.MG_PER_L))
            .toList();
    List<FilledHour> filled = new ArrayList<>();
    int missing = 0;
    int uncovered = 0;
    for (Map.Entry<Instant, SortedMap<String, FactorMean>> hour : hours.entrySet()) {
      Decimal volume = volume(hour.getValue());
      if (isMissing(hour.getValue().get(factor), volume)) {
        missing++;
        Optional<Sample> sample = standingAt(hour.getKey(), manual);
        uncovered += sample.isEmpty() ? 1 : 0;
        sample
            .filter(SampleBridge::counts)
            .flatMap(one -> filled(hour.getKey(), one, volume))
            .ifPresent(filled::add);
      }
    }
    return new SampleBridge(List.copyOf(filled), missing, uncovered);
  }

  /** After the last hour that a sample may stand for. */
  public static Instant reach(Sample sample) {
    Instant own = AveragingPeriod.HOUR.startOf(sample.from());
    Instant gap = own.plus(SampleFigure.GAP_HOURS.hours());
    return sample.to().isAfter(gap) ? sample.to() : gap;
  }

  /** Where nothing flowed there is nothing to miss. */
  private static boolean isMissing(FactorMean mean, Decimal volume) {
    boolean flowed = volume == null || !volume.isZero();
    boolean known =
        mean != null
            && (mean.validity().isValid() || mean.validity().reason() == Validity.Reason.NO_FLOW);
    return flowed && !known && HourState.of(mean).isInvalid();
  }

  private static boolean counts(Sample sample) {
    return SampleFigure.GAP_HOURS.source().verified() || sample.adoptedBy() != null;
  }

  private static Optional<Sample> standingAt(Instant hour, List<Sample> manual) {
    return manual.stream()
        .filter(sample -> !AveragingPeriod.HOUR.startOf(sample.from()).isAfter(hour))
        .filter(sample -> hour.isBefore(reach(sample)))
        .max(Comparator.comparing(Sample::from).thenComparing(Sample::id));
  }

  private static Optional<FilledHour> filled(Instant hour, Sample sample, Decimal volume) {
    Decimal value = sample.belowDetection() ? shareOf(sample.value()) : sample.value();
    Long massMg = EmittedMass.of(value, sample.unit(), volume);
    return massMg == null || massMg < 0
        ? Optional.empty()
        : Optional.of(new FilledHour(hour, sample, value, volume, massMg));
  }

  private static Decimal shareOf(Decimal detectionLimit) {
    BigDecimal share = SampleFigure.BELOW_DETECTION_PERCENT.number().number();
    return Decimal.computed(detectionLimit.number().multiply(share).movePointLeft(PERCENT));
  }

  private static Decimal volume(SortedMap<String, FactorMean> means) {
    return means.entrySet().stream()
        .filter(entry -> FactorBook.isFlow(entry.getKey()))
        .map(Map.Entry::getValue)
        .filter(flow -> flow.validity().isValid() && flow.amount() != null)
        .map(FactorMean::amount)
        .findFirst()
        .orElse(null);
  }
}
