package io.touchline.domain;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A mean held against a limit: the verdict with its reason.
 *
 * @param limit the row that judged
 * @param judged what was compared, in the limit's unit: the mean; of a furnace's temperature the
 *     lowest five-minute mean; of a share of hours the percentage within. Null where there was none
 * @param multiple exceedance multiple (超标倍数) {@code (value − limit) / limit}; null unless it
 *     exceeds an upper limit above zero. There is none for a range such as pH, nor where parts are
 *     counted
 * @param reason why it was not judged, or what was counted; "" where the mean alone says it
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
   * Holds one mean against one row.
   *
   * <p>The full figure is compared, not one rounded to the limit's digits (GB/T 8170, comparison of
   * full values); a value equal to the limit complies. Data that is not valid proves no exceedance.
   */
  public static Judgement of(EmissionLimit limit, FactorMean mean) {
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
    return of(limit, mean.unit().convert(value, limit.unit()));
  }

  /**
   * Holds a figure against one row.
   *
   * @param judged in the row's unit
   */
  public static Judgement of(EmissionLimit limit, Decimal judged) {
    if (!limit.isOutside(judged)) {
      return new Judgement(limit, Verdict.COMPLIANT, judged, null, "");
    }
    return new Judgement(limit, Verdict.EXCEEDS, judged, multiple(judged, limit), "");
  }

  static Judgement notJudged(EmissionLimit limit, String reason) {
    return new Judgement(limit, Verdict.NOT_JUDGED, null, null, reason);
  }

  private static Decimal multiple(Decimal judged, EmissionLimit limit) {
    BigDecimal bound = limit.value().number();
    if (limit.isRange() || limit.averaging().counts() || bound.signum() <= 0) {
      return null;
    }
    return Decimal.computed(judged.number().subtract(bound).divide(bound, new MathContext(60)));
  }
}
