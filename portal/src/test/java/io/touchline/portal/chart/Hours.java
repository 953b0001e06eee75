package io.touchline.portal.chart;

import io.touchline.contract.Cause;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.EmissionLimit.Basis;
import io.touchline.domain.FactorMean;
import io.touchline.domain.Judgement.Verdict;
import io.touchline.portal.read.PeriodMean;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Hours of one factor, counted from midnight. */
final class Hours {

  static final Instant MIDNIGHT = ChinaTime.parse("2026-11-20T00:00:00+08:00");

  private Hours() {}

  static PeriodMean hour(int hour, String value, String limit) {
    return mean(hour, value, null, limit, true);
  }

  static PeriodMean invalid(int hour, String value, String limit) {
    return mean(hour, value, null, limit, false);
  }

  static PeriodMean ofRange(int hour, String value, String lower, String upper) {
    return mean(hour, value, lower, upper, true);
  }

  private static PeriodMean mean(
      int hour, String value, String lower, String limit, boolean valid) {
    BigDecimal number = new BigDecimal(value);
    BigDecimal bound = new BigDecimal(limit);
    boolean over =
        number.compareTo(bound) > 0
            || (lower != null && number.compareTo(new BigDecimal(lower)) < 0);
    return new PeriodMean(
        "MN1",
        AveragingPeriod.HOUR,
        MIDNIGHT.plusSeconds(3600L * hour),
        "a21026",
        1,
        Cause.LIVE,
        number,
        null,
        null,
        "mg/m3",
        valid,
        valid ? "" : "flag C",
        FactorMean.Source.REPORTED,
        new PeriodMean.Limit(
            "rule",
            lower == null ? null : new BigDecimal(lower),
            bound,
            "mg/m3",
            Basis.MEASURED,
            "permit",
            "1"),
        valid ? (over ? Verdict.EXCEEDS : Verdict.COMPLIANT) : Verdict.NOT_JUDGED,
        valid ? number : null,
        null,
        "",
        List.of(0),
        MIDNIGHT);
  }
}
