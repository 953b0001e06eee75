package io.touchline.domain.sample;

import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.FactorMean;
import io.touchline.domain.Judgement;
import io.touchline.domain.OutletProfile;
import io.touchline.domain.OxygenConversion;
import io.touchline.domain.Validity;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A sample held against the limit of its factor. It opens no episode: it is told, and what a single
 * sample is good for its use says.
 *
 * @param use what its kind may be used for, verified or not; null where no row says
 */
public record SampleJudgement(Sample sample, Judgement judgement, SampleUse use) {

  /**
   * Against the row of a day where it was taken over most of one, else of an hour; against the
   * other where there is only that. Rows that count parts are no matter of samples.
   *
   * @param region GB/T 2260 code of the outlet's place, "" where it is not known
   * @param oxygen content in percent measured at the same time, null where none was
   * @return empty where no row holds
   */
  public static Optional<SampleJudgement> of(
      Sample sample, String region, Decimal oxygen, OutletProfile profile) {
    boolean ofADay =
        Duration.between(sample.from(), sample.to()).compareTo(SampleFigure.DAY_HOURS.hours()) >= 0;
    Stream<AveragingPeriod> periods =
        ofADay
            ? Stream.of(AveragingPeriod.DAY, AveragingPeriod.HOUR)
            : Stream.of(AveragingPeriod.HOUR, AveragingPeriod.DAY);
    return periods
        .flatMap(period -> profile.limitFor(sample.factor(), period, sample.from()).stream())
        .filter(limit -> !limit.averaging().counts())
        .findFirst()
        .map(
            limit ->
                new SampleJudgement(
                    sample,
                    judge(sample, oxygen, profile, limit),
                    SampleUse.of(sample.kind(), region, sample.from()).orElse(null)));
  }

  public boolean exceeds() {
    return judgement.verdict() == Judgement.Verdict.EXCEEDS;
  }

  private static Judgement judge(
      Sample sample, Decimal oxygen, OutletProfile profile, EmissionLimit limit) {
    boolean measured = sample.basis() == EmissionLimit.Basis.MEASURED;
    if (limit.basis() == EmissionLimit.Basis.MEASURED && !measured) {
      return notJudged(limit, "the sample says a converted value, the limit is of the measured");
    }
    Decimal converted =
        measured
            ? OxygenConversion.convert(sample.value(), oxygen, profile.referenceOxygen())
            : sample.value();
    if (limit.basis() == EmissionLimit.Basis.CONVERTED && converted == null) {
      return notJudged(limit, "the limit is converted, and no oxygen was measured with the sample");
    }
    Judgement judgement = Judgement.of(limit, mean(sample, converted));
    return sample.belowDetection() && judgement.verdict() == Judgement.Verdict.EXCEEDS
        ? notJudged(limit, "the detection limit lies above the limit")
        : judgement;
  }

  private static Judgement notJudged(EmissionLimit limit, String reason) {
    return new Judgement(limit, Judgement.Verdict.NOT_JUDGED, null, null, reason);
  }

  /** As a mean, so that one comparison holds for both. */
  private static FactorMean mean(Sample sample, Decimal converted) {
    return new FactorMean(
        sample.value(),
        converted,
        null,
        sample.unit(),
        null,
        null,
        Validity.VALID,
        FactorMean.Source.REPORTED,
        Collections.emptySortedSet());
  }
}
