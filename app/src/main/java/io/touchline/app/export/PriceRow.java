package io.touchline.app.export;

import io.touchline.contract.MeansRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Decimal;
import io.touchline.domain.Judgement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * An hour of an outlet over its limit, for those who settle the environmental price of coal power
 * (环保电价) or tiered prices. Generation in that hour, the premium and the fine are theirs: the
 * premium of 2014 was not seen in its text for 2026 and is not worked out here.
 *
 * @param value what was judged, converted where the limit is
 * @param multiple (value − limit) / limit
 * @param band under once the limit over, or once and more, as the rule of 2014 parts them
 * @param revision of the mean
 */
record PriceRow(
    String enterpriseCode,
    String enterprise,
    String mn,
    String outlet,
    String factor,
    Instant hour,
    Decimal value,
    Decimal limit,
    String unit,
    Decimal multiple,
    Band band,
    String clause,
    int revision) {

  /** How far over. */
  enum Band {
    UNDER_ONCE,
    ONCE_AND_MORE
  }

  /** The hours over the limit among the latest means, by outlet, factor and time. */
  static List<PriceRow> of(Collection<MeansRecord> latest, Map<String, OutletRecord> outlets) {
    return latest.stream()
        .filter(means -> means.period() == AveragingPeriod.HOUR && outlets.containsKey(means.mn()))
        .flatMap(
            means ->
                means.factors().entrySet().stream()
                    .filter(each -> isOver(each.getValue()))
                    .map(
                        each -> of(means, each.getKey(), each.getValue(), outlets.get(means.mn()))))
        .sorted(
            Comparator.comparing(PriceRow::mn)
                .thenComparing(PriceRow::factor)
                .thenComparing(PriceRow::hour))
        .toList();
  }

  private static boolean isOver(MeansRecord.Factor mean) {
    return mean.judgement() != null
        && mean.judgement().verdict() == Judgement.Verdict.EXCEEDS
        && mean.judgement().multiple() != null;
  }

  private static PriceRow of(
      MeansRecord means, String factor, MeansRecord.Factor mean, OutletRecord outlet) {
    MeansRecord.Judged judged = mean.judgement();
    boolean once = judged.multiple().number().compareTo(BigDecimal.ONE) >= 0;
    return new PriceRow(
        outlet.enterpriseCode(),
        outlet.enterpriseName(),
        means.mn(),
        outlet.name(),
        factor,
        means.start(),
        judged.judged(),
        judged.limit().value(),
        judged.limit().unit(),
        judged.multiple(),
        once ? Band.ONCE_AND_MORE : Band.UNDER_ONCE,
        judged.limit().source() + " " + judged.limit().clause(),
        mean.revision());
  }
}
