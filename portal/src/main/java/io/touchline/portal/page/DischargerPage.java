package io.touchline.portal.page;

import io.touchline.contract.BudgetRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.domain.totals.Budget;
import io.touchline.portal.chart.BudgetChart;
import io.touchline.portal.read.AlertList;
import java.time.Instant;
import java.util.List;

/**
 * What the page of one enterprise says to who looks after it.
 *
 * @param first one of its outlets, for its name and place
 * @param alerts its open alerts, the most urgent first
 */
public record DischargerPage(
    OutletRecord first,
    List<EnterprisePage.Own> outlets,
    List<AlertList.Row> alerts,
    List<Figure> budgets,
    Instant now) {

  /** A permitted amount with its picture and the figures behind it. */
  public record Figure(BudgetRecord budget, BudgetChart chart, List<Row> rows) {}

  /**
   * A stretch of the budget's time.
   *
   * @param label a month or a day
   * @param emittedMg in it
   * @param usedMg up to its end
   * @param evenMg what an even pace would have used by its end
   */
  public record Row(String label, long emittedMg, long usedMg, long evenMg) {}

  /** Periods that exceed now. */
  public long over() {
    return outlets.stream()
        .flatMap(own -> own.newest().stream())
        .filter(mean -> Standing.of(mean) == Standing.EXCEEDS)
        .count();
  }

  /** Permitted amounts that are used up, or will be before their end. */
  public long running() {
    return budgets.stream()
        .filter(
            figure ->
                figure.budget().leftMg() < 0
                    || figure.budget().outlook() == Budget.Outlook.RUNS_OUT)
        .count();
  }
}
