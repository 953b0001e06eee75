package io.touchline.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Optional;

/**
 * A mean held against a limit: the verdict with its reason.
 *
 * @param limit the row that judged
 * @param judged the value compared, in the limit's unit; null where there was none to compare
 * @param multiple exceedance multiple (超标倍数) {@code (value − limit) / limit}; null unless it
 *     exceeds an upper limit above zero. There is none for a range such as pH
 * @param reason why it was not judged, "" otherwise
 */
public record Judgement(
    EmissionLimit limit, Verdict verdict, Decimal judged, Decimal multiple, String reason) {

  /** What came of it. Not "violation": that is for officers to find. */
  public enum Verdict {
    /** 达标. */
    COMPLIANT,
    /** 超标. */
    EXCEEDS,
    /** The data cannot prove anything either way. */
    NOT_JUDGED
  }

  /**
   * Judges one mean by the row in force at the start of its period.
   *
   * <p>The full figure is compared, not one rounded to the limit's digits (GB/T 8170, comparison of
   * full values); a value equal to the limit complies. Data that is not valid proves no exceedance.
   *
   * @return empty where no limit applies
   */
  public static Optional<Judgement> of(
      OutletProfile profile,
      String factor,
      AveragingPeriod period,
      Instant start,
      FactorMean mean) {
    return profile.limitFor(factor, period, start).map(limit -> judge(limit, mean));
  }

  private static Judgement judge(EmissionLimit limit, FactorMean mean) {
    if (!mean.validity().isValid()) {
      return notJudged(limit, mean.validity().text());
    }
    Decimal value =
        limit.basis() == EmissionLimit.Basis.CONVERTED ? mean.converted() : mean.value();
    if (value == null) {
      return notJudged(
          limit, "no converted value: reference oxygen is set, but no oxygen below 21 %");
    }
    if (!mean.unit().convertsTo(limit.unit())) {
      return notJudged(
          limit, "the value is in '" + mean.unit() + "', the limit in '" + limit.unit() + "'");
    }
    Decimal judged = mean.unit().convert(value, limit.unit());
    boolean below = limit.isRange() && limit.lower().exceeds(judged);
    if (!below && !judged.exceeds(limit.value())) {
      return new Judgement(limit, Verdict.COMPLIANT, judged, null, "");
    }
    return new Judgement(limit, Verdict.EXCEEDS, judged, multiple(judged, limit), "");
  }

  private static Judgement notJudged(EmissionLimit limit, String reason) {
    return new Judgement(limit, Verdict.NOT_JUDGED, null, null, reason);
  }

  private static Decimal multiple(Decimal judged, EmissionLimit limit) {
    BigDecimal bound = limit.value().number();
    if (limit.isRange() || bound.signum() <= 0) {
      return null;
    }
    return Decimal.computed(judged.number().subtract(bound).divide(bound, new MathContext(60)));
  }
}
