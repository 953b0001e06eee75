package io.touchline.app.export;

import io.touchline.contract.MeansRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.Judgement;
import io.touchline.domain.Medium;
import io.touchline.domain.tax.TaxEstimate;
import io.touchline.domain.totals.Scope;
import io.touchline.domain.totals.TotalPeriod;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What an outlet may owe of the environmental protection tax for a factor and month: an estimate
 * ({@link TaxEstimate}), never a declaration.
 *
 * @param month {@code 2026-06}
 * @param massKg measured mass of the month
 * @param equivalents of pollution
 * @param payablePercent after reductions, 0 where the factor is not among those taxed
 * @param earnedPercent had nothing exceeded
 * @param needsCheck whether a rate or figure was not seen in its text
 */
record TaxRow(
    String enterpriseCode,
    String mn,
    String outlet,
    String month,
    String factor,
    Decimal massKg,
    Decimal equivalents,
    Decimal payablePercent,
    Decimal earnedPercent,
    Decimal yuan,
    String reason,
    boolean needsCheck) {

  private static final int MILLIGRAMS_IN_A_KILOGRAM = 6;

  /**
   * The rows of a month.
   *
   * @param latest means of the outlets in that month, the latest revision of each
   * @param totals masses of outlets and months, the latest revision of each
   */
  static List<TaxRow> of(
      YearMonth month,
      Collection<OutletRecord> outlets,
      Collection<MeansRecord> latest,
      Collection<TotalRecord> totals) {
    List<TaxRow> rows = new ArrayList<>();
    for (OutletRecord outlet : outlets) {
      List<MeansRecord> means =
          latest.stream()
              .filter(record -> record.mn().equals(outlet.mn()))
              .filter(record -> record.period() == judged(outlet.medium()))
              .filter(record -> YearMonth.from(ChinaTime.civil(record.start())).equals(month))
              .toList();
      List<TaxEstimate.Emission> emissions =
          totals.stream()
              .filter(total -> total.scope() == Scope.Kind.OUTLET)
              .filter(total -> total.id().equals(outlet.mn()))
              .filter(total -> total.period() == TotalPeriod.MONTH)
              .filter(total -> YearMonth.from(ChinaTime.civil(total.start())).equals(month))
              .map(total -> emission(total, means))
              .toList();
      TaxEstimate estimate =
          outlet.regionCode() == null
              ? null
              : TaxEstimate.of(outlet.medium(), outlet.regionCode(), month, emissions);
      if (estimate != null) {
        estimate.lines().forEach(line -> rows.add(row(outlet, estimate, line, emissions)));
      }
    }
    rows.sort(Comparator.comparing(TaxRow::mn).thenComparing(TaxRow::factor));
    return rows;
  }

  /** Hours of air, days of water: what the reduction looks at. */
  private static AveragingPeriod judged(Medium medium) {
    return medium == Medium.AIR ? AveragingPeriod.HOUR : AveragingPeriod.DAY;
  }

  private static TaxEstimate.Emission emission(TotalRecord total, List<MeansRecord> means) {
    List<MeansRecord.Judged> judged =
        means.stream()
            .map(record -> record.factors().get(total.factor()))
            .filter(Objects::nonNull)
            .filter(MeansRecord.Factor::valid)
            .map(MeansRecord.Factor::judgement)
            .filter(judgement -> judgement != null && judgement.judged() != null)
            .toList();
    return new TaxEstimate.Emission(
        total.factor(),
        total.massMg(),
        mean(judged),
        judged.isEmpty() ? null : judged.get(judged.size() - 1).limit().value(),
        judged.stream().anyMatch(each -> each.verdict() == Judgement.Verdict.EXCEEDS));
  }

  private static Decimal mean(List<MeansRecord.Judged> judged) {
    return judged.stream()
        .map(each -> each.judged().number())
        .reduce(BigDecimal::add)
        .map(sum -> sum.divide(BigDecimal.valueOf(judged.size()), MathContext.DECIMAL128))
        .map(Decimal::computed)
        .orElse(null);
  }

  private static TaxRow row(
      OutletRecord outlet,
      TaxEstimate estimate,
      TaxEstimate.Line line,
      List<TaxEstimate.Emission> emissions) {
    long mass =
        emissions.stream()
            .filter(emission -> emission.factor().equals(line.factor()))
            .mapToLong(TaxEstimate.Emission::massMg)
            .sum();
    return new TaxRow(
        outlet.enterpriseCode(),
        outlet.mn(),
        outlet.name(),
        estimate.month().toString(),
        line.factor(),
        new Decimal(BigDecimal.valueOf(mass)).shifted(-MILLIGRAMS_IN_A_KILOGRAM),
        line.equivalents(),
        line.payablePercent(),
        line.earnedPercent(),
        line.yuan(),
        line.reason(),
        estimate.needsCheck());
  }
}
