package io.touchline.portal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.BudgetRecord;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.totals.Budget;
import io.touchline.domain.totals.PermittedAmount;
import io.touchline.domain.totals.Scope;
import io.touchline.domain.totals.TotalPeriod;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetChartTest {

  private static final Scope PLANT = new Scope(Scope.Kind.ENTERPRISE, "plant");
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
  private static final long TONNE = 1_000_000_000L;

  @Test
  void theDiagonalLeadsFromNothingToThePermittedAmount() {
    BudgetChart chart = BudgetChart.of(budget(10, 2, 1L), List.of());

    assertThat(chart.even())
        .isEqualTo("M48.0 174.0L472.0 " + chart.permittedAt())
        .isEqualTo("M48.0 174.0L472.0 35.1");
  }

  @Test
  void aDayOfWhichNothingIsKnownIsAGap() {
    BudgetChart chart = BudgetChart.of(budget(10, 3, 1L), List.of(day(1), day(2), day(5)));

    assertThat(chart.used().chars().filter(c -> c == 'M').count()).isEqualTo(2);
    assertThat(chart.used()).startsWith("M48.0 174.0L");
  }

  @Test
  void withoutAPaceThereIsNoFan() {
    BudgetChart chart = BudgetChart.of(budget(10, 3, null), List.of(day(1)));

    assertThat(chart.fan()).isEmpty();
    assertThat(chart.expected()).isEmpty();
  }

  @Test
  void theFanStaysWithinThePicture() {
    BudgetChart chart = BudgetChart.of(budget(10, 9, 5 * TONNE), List.of(day(1)));

    assertThat(chart.fan()).contains(" 24.0");
    assertThat(chart.expected()).endsWith(" 24.0");
  }

  private static TotalRecord day(int day) {
    return TotalRecord.of(
        PLANT,
        "a21026",
        TotalPeriod.DAY,
        ChinaTime.instant(FIRST.withDayOfMonth(day).atStartOfDay()),
        TONNE,
        0,
        null,
        1);
  }

  private static BudgetRecord budget(long permitted, long used, Long pace) {
    return new BudgetRecord(
        1,
        PLANT.kind(),
        PLANT.id(),
        "a21026",
        PermittedAmount.Period.MONTH,
        ChinaTime.instant(FIRST.atStartOfDay()),
        FIRST.withDayOfMonth(30),
        FIRST.withDayOfMonth(5),
        "permit",
        "clause",
        permitted * TONNE,
        used * TONNE,
        0,
        (permitted - used) * TONNE,
        Budget.Outlook.LASTS,
        "",
        20,
        pace,
        pace,
        pace,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        1);
  }
}
