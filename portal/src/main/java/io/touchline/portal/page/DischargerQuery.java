package io.touchline.portal.page;

import io.touchline.alerts.http.Caller;
import io.touchline.contract.BudgetRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.totals.TotalPeriod;
import io.touchline.portal.chart.BudgetChart;
import io.touchline.portal.read.ReadModels;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gathers what officers see of one enterprise. */
public final class DischargerQuery {

  private static final int ALERTS = 20;

  /** A period of more days is told month by month, a shorter one day by day. */
  private static final int LONG = 62;

  private final ReadModels models;
  private final EnterpriseQuery own;
  private final Clock clock;

  public DischargerQuery(ReadModels models, EnterpriseQuery own, Clock clock) {
    this.models = models;
    this.own = own;
    this.clock = clock;
  }

  /** Empty where it has no outlet that is the caller's to see. */
  public Optional<DischargerPage> page(String code, Caller caller) {
    List<OutletRecord> outlets =
        models.outlets().ofEnterprise(code).stream()
            .filter(outlet -> caller.sees(outlet.regionCode(), outlet.enterpriseCode()))
            .toList();
    if (outlets.isEmpty()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    return Optional.of(
        new DischargerPage(
            outlets.get(0),
            own.each(outlets),
            models.alerts().ofEnterprise(code, caller, ALERTS),
            models.budgets().of(code, now).stream().map(this::figure).toList(),
            now));
  }

  private DischargerPage.Figure figure(BudgetRecord budget) {
    List<TotalRecord> days =
        models
            .totals()
            .between(
                budget.scope(),
                List.of(budget.id()),
                TotalPeriod.DAY,
                budget.start(),
                ChinaTime.instant(budget.day().plusDays(1).atStartOfDay()))
            .stream()
            .filter(day -> day.factor().equals(budget.factor()))
            .toList();
    return new DischargerPage.Figure(budget, BudgetChart.of(budget, days), rows(budget, days));
  }

  private static List<DischargerPage.Row> rows(BudgetRecord budget, List<TotalRecord> days) {
    LocalDate start = ChinaTime.date(budget.start());
    boolean monthly = start.plusDays(LONG).isBefore(budget.end());
    Map<LocalDate, Long> stretches = new TreeMap<>();
    for (TotalRecord day : days) {
      LocalDate date = ChinaTime.date(day.start());
      LocalDate last = monthly ? date.withDayOfMonth(date.lengthOfMonth()) : date;
      stretches.merge(
          last.isAfter(budget.day()) ? budget.day() : last,
          Math.addExact(day.massMg(), day.substitutedMg()),
          Math::addExact);
    }
    List<DischargerPage.Row> rows = new ArrayList<>();
    long used = 0;
    for (Map.Entry<LocalDate, Long> stretch : stretches.entrySet()) {
      used = Math.addExact(used, stretch.getValue());
      rows.add(
          new DischargerPage.Row(
              stretch.getKey().toString(),
              stretch.getValue(),
              used,
              even(budget, start, stretch.getKey())));
    }
    return rows;
  }

  /** What an even pace would have used by the end of a day, in whole milligrams rounded down. */
  private static long even(BudgetRecord budget, LocalDate start, LocalDate day) {
    long gone = day.toEpochDay() - start.toEpochDay() + 1;
    long all = budget.end().toEpochDay() - start.toEpochDay() + 1;
    return BigInteger.valueOf(budget.permittedMg())
        .multiply(BigInteger.valueOf(gone))
        .divide(BigInteger.valueOf(all))
        .longValueExact();
  }
}
