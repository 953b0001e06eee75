package io.touchline.domain.distrust;

import io.touchline.domain.Averages;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.FactorMean;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * More than 30 % of the judged hours lie in the last tenth below the limit, and in the tenth above
 * it less than a tenth as many: the density jumps at the limit, as no process does (rule sheet
 * 7.4).
 */
final class LimitHuggingDetector implements Detector {

  private static final BigDecimal BELOW = new BigDecimal("0.90");
  private static final BigDecimal ABOVE = new BigDecimal("1.10");

  @Override
  public List<Suspicion> find(String factor, HourSeries series) {
    int judged = 0;
    int below = 0;
    int above = 0;
    Instant first = null;
    Instant last = null;
    String figure = null;
    for (Instant start : series.hours().keySet()) {
      FactorMean mean = series.hours().get(start).get(factor);
      EmissionLimit limit =
          series.profile().limitFor(factor, AveragingPeriod.HOUR, start).orElse(null);
      BigDecimal share = mean == null || limit == null ? null : shareOfLimit(mean, limit);
      if (share == null) {
        continue;
      }
      judged++;
      below += share.compareTo(BELOW) >= 0 && share.compareTo(BigDecimal.ONE) < 0 ? 1 : 0;
      above += share.compareTo(BigDecimal.ONE) >= 0 && share.compareTo(ABOVE) < 0 ? 1 : 0;
      first = first == null ? start : first;
      last = start;
      figure = limit.value().toString();
    }
    if (judged < Figure.HUGGING_HOURS.hours()
        || !Averages.isAbove(below, judged, Figure.HUGGING_SHARE_PERCENT.number())
        || Averages.isAtLeast(above, below, Figure.HUGGING_RATIO_PERCENT.number())) {
      return List.of();
    }
    SortedMap<String, String> evidence = new TreeMap<>();
    evidence.put("limit", figure);
    evidence.put("hours", Integer.toString(judged));
    evidence.put("below", Integer.toString(below));
    evidence.put("above", Integer.toString(above));
    evidence.put("sharePercent", Averages.percent(below, judged).toString());
    return List.of(
        new Suspicion(
            Suspicion.Kind.LIMIT_HUGGING,
            factor,
            first,
            last.plus(HourSeries.HOUR),
            HourSeries.score(below, judged),
            evidence));
  }

  /** Judged value over limit; null where there is nothing to compare. */
  private static BigDecimal shareOfLimit(FactorMean mean, EmissionLimit limit) {
    Decimal value =
        limit.basis() == EmissionLimit.Basis.CONVERTED ? mean.converted() : mean.value();
    if (!mean.validity().isValid()
        || value == null
        || limit.isRange()
        || limit.value().number().signum() <= 0
        || !mean.unit().convertsTo(limit.unit())) {
      return null;
    }
    return mean.unit()
        .convert(value, limit.unit())
        .number()
        .divide(limit.value().number(), MathContext.DECIMAL128);
  }
}
