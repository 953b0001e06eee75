package io.touchline.portal.page;

import io.touchline.contract.BudgetRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.domain.MarkKind;
import io.touchline.portal.read.AlertList;
import io.touchline.portal.read.FindingRow;
import io.touchline.portal.read.MarkRow;
import io.touchline.portal.read.PeriodMean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What an enterprise sees of itself.
 *
 * @param name of the enterprise, null where it has no outlet
 * @param warnings hours that will exceed if they go on
 * @param alerts its open alerts, the most urgent first
 * @param budgets its permitted amounts
 * @param cases its open cases with what it owes there
 * @param form what was sent and not taken
 * @param done the step that was taken just now, null where none was
 */
public record EnterprisePage(
    String name,
    List<Own> outlets,
    List<Warning> warnings,
    List<AlertList.Row> alerts,
    List<BudgetRecord> budgets,
    List<CasesQuery.Own> cases,
    List<MarkKind> kinds,
    FormState form,
    String done,
    Instant now) {

  /** One outlet with its newest judged periods and its marks. */
  public record Own(
      OutletRecord outlet, boolean silent, List<PeriodMean> newest, List<MarkRow> marks) {

    /** Factors of its limits, each once. */
    public List<String> factors() {
      return newest.stream().map(PeriodMean::factor).distinct().sorted().toList();
    }
  }

  /** An early warning with the outlet's name. */
  public record Warning(FindingRow finding, String outlet) {}

  /** Periods that exceed now. */
  public long over() {
    return outlets.stream()
        .flatMap(own -> own.newest().stream())
        .filter(mean -> Standing.of(mean) == Standing.EXCEEDS)
        .count();
  }

  /** All marks, the newest first. */
  public List<Marked> marks() {
    List<Marked> marks = new ArrayList<>();
    for (Own own : outlets) {
      own.marks().forEach(mark -> marks.add(new Marked(own.outlet(), mark)));
    }
    marks.sort(Comparator.comparing((Marked marked) -> marked.mark().from()).reversed());
    return marks;
  }

  /** A mark with its outlet. */
  public record Marked(OutletRecord outlet, MarkRow mark) {}
}
