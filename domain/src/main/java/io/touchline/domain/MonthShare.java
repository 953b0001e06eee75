package io.touchline.domain;

import static io.touchline.domain.Judgement.Verdict.COMPLIANT;
import static io.touchline.domain.Judgement.Verdict.EXCEEDS;
import static io.touchline.domain.Threshold.Name.MONTH_SHARE_WITHIN;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;

/**
 * The share of a month's valid hours that lie within a limit (月达标率): ultra-low emission asks for 95
 * % of them (rule sheet 4.1). The hours needed are rounded up: of 744 they are 707.
 */
public final class MonthShare {

  static final Decimal ALL = Decimal.of("100");

  private MonthShare() {}

  /**
   * Judges a month.
   *
   * @param month start of the month
   * @param hours the factor's hours of that month
   */
  public static Judgement judge(EmissionLimit limit, Instant month, Collection<FactorMean> hours) {
    long within = 0;
    long judged = 0;
    for (FactorMean hour : hours) {
      Judgement.Verdict verdict = Judgement.of(limit, hour).verdict();
      within += verdict == COMPLIANT ? 1 : 0;
      judged += verdict == COMPLIANT || verdict == EXCEEDS ? 1 : 0;
    }
    Decimal share = Threshold.at(MONTH_SHARE_WITHIN, month).map(Threshold::percent).orElse(null);
    if (share == null || judged == 0) {
      return Judgement.notJudged(
          limit, share == null ? "no share was asked for then" : "no valid hour in the month");
    }
    long needed = needed(share, judged);
    String counted = within + " of " + judged + " valid hours within, " + needed + " needed";
    return new Judgement(
        limit, within < needed ? EXCEEDS : COMPLIANT, percent(within, judged), null, counted);
  }

  private static long needed(Decimal percent, long hours) {
    return percent
        .number()
        .multiply(BigDecimal.valueOf(hours))
        .movePointLeft(2)
        .setScale(0, RoundingMode.CEILING)
        .longValueExact();
  }

  private static Decimal percent(long within, long judged) {
    return Decimal.computed(
        BigDecimal.valueOf(within)
            .movePointRight(2)
            .divide(BigDecimal.valueOf(judged), MathContext.DECIMAL128));
  }
}
