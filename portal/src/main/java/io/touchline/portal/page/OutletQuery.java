package io.touchline.portal.page;

import io.touchline.alerts.ExceedanceLedger;
import io.touchline.contract.OutletRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.portal.chart.TimeChart;
import io.touchline.portal.read.FindingsTable;
import io.touchline.portal.read.JudgedCount;
import io.touchline.portal.read.JudgedCounts;
import io.touchline.portal.read.LiveValue;
import io.touchline.portal.read.LiveValues;
import io.touchline.portal.read.MarkRow;
import io.touchline.portal.read.MarksTable;
import io.touchline.portal.read.Means;
import io.touchline.portal.read.OutletTable;
import io.touchline.portal.read.PeriodMean;
import io.touchline.portal.read.ReadModels;
import io.touchline.portal.read.RunningTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers what the page of one outlet says. */
public final class OutletQuery {

  private static final int ROWS = 24;
  private static final int EPISODES = 20;
  private static final int MARKS = 20;
  private static final int FINDINGS = 20;

  private final ExceedanceLedger ledger;
  private final OutletTable outlets;
  private final Means means;
  private final LiveValues liveValues;
  private final JudgedCounts counts;
  private final MarksTable marks;
  private final FindingsTable findings;
  private final RunningTable running;
  private final Silence silence;

  public OutletQuery(ExceedanceLedger ledger, ReadModels models, Silence silence) {
    this.ledger = ledger;
    this.outlets = models.outlets();
    this.means = models.means();
    this.liveValues = models.liveValues();
    this.counts = models.counts();
    this.marks = models.marks();
    this.findings = models.findings();
    this.running = models.running();
    this.silence = silence;
  }

  /**
   * One outlet with one page of its table.
   *
   * @param wanted the factor and period of the table; the first judged one where it has no such
   * @param page counted from 1
   * @return empty where the registry does not know the outlet
   */
  public Optional<OutletPage> page(String mn, OutletPage.Choice wanted, int page) {
    return outlets.find(mn).map(outlet -> page(outlet, wanted, page));
  }

  private OutletPage page(OutletRecord outlet, OutletPage.Choice wanted, int page) {
    String mn = outlet.mn();
    List<PeriodMean> newest = means.newest(mn);
    List<PeriodMean> judged = newest.stream().filter(mean -> mean.limit() != null).toList();
    Instant heard = liveValues.lastHeard().get(mn);
    return new OutletPage(
        outlet,
        heard,
        silence.since(heard),
        factors(mn, judged),
        unjudged(mn, newest, judged),
        ledger.of(mn, EPISODES),
        marks.of(mn, MARKS),
        findings.of(mn, FINDINGS),
        running.of(mn),
        newest.isEmpty() ? null : table(mn, newest, judged, wanted, page));
  }

  private List<OutletPage.JudgedFactor> factors(String mn, List<PeriodMean> judged) {
    List<JudgedCount> counted = counts.of(mn);
    List<MarkRow> marked = marks.of(mn, MARKS);
    List<OutletPage.JudgedFactor> factors = new ArrayList<>();
    for (AveragingPeriod period : List.of(AveragingPeriod.HOUR, AveragingPeriod.DAY)) {
      List<PeriodMean> of = judged.stream().filter(mean -> mean.period() == period).toList();
      Instant last = of.stream().map(PeriodMean::start).max(Instant::compareTo).orElse(null);
      if (last == null) {
        continue;
      }
      Instant from = last.minus(TimeChart.reach(period)).plus(period.length());
      List<PeriodMean> all = means.between(mn, period, from, last);
      for (PeriodMean mean : of) {
        List<PeriodMean> series =
            all.stream().filter(point -> point.factor().equals(mean.factor())).toList();
        if (!series.isEmpty()) {
          factors.add(
              new OutletPage.JudgedFactor(
                  mean,
                  count(counted, mean),
                  TimeChart.of(series, last, of(marked, mean.factor()))));
        }
      }
    }
    return factors;
  }

  /**
   * One factor of an outlet with its curve around a time.
   *
   * @param at the chart ends a third of its reach later, or with the newest period
   * @return empty where the outlet has no such judged factor then
   */
  public Optional<OutletPage.JudgedFactor> factor(
      String mn, String factor, AveragingPeriod period, Instant at) {
    Instant later = period.startOf(at).plus(TimeChart.reach(period).dividedBy(3));
    Instant from = later.minus(TimeChart.reach(period)).plus(period.length());
    List<PeriodMean> series =
        means.between(mn, period, from, later).stream()
            .filter(mean -> mean.factor().equals(factor) && mean.limit() != null)
            .toList();
    if (series.isEmpty()) {
      return Optional.empty();
    }
    PeriodMean newest = series.get(series.size() - 1);
    return Optional.of(
        new OutletPage.JudgedFactor(
            newest,
            count(counts.of(mn), newest),
            TimeChart.of(series, newest.start(), of(marks.of(mn, MARKS), factor))));
  }

  private static List<MarkRow> of(List<MarkRow> marks, String factor) {
    return marks.stream()
        .filter(mark -> mark.factor() == null || mark.factor().equals(factor))
        .toList();
  }

  private static JudgedCount count(List<JudgedCount> counted, PeriodMean mean) {
    return counted.stream()
        .filter(count -> count.factor().equals(mean.factor()) && count.period() == mean.period())
        .findFirst()
        .orElse(new JudgedCount(mean.mn(), mean.factor(), mean.period(), 0, 0));
  }

  private List<OutletPage.Unjudged> unjudged(
      String mn, List<PeriodMean> newest, List<PeriodMean> judged) {
    List<LiveValue> live = liveValues.of(mn);
    return newest.stream()
        .filter(mean -> mean.period() == AveragingPeriod.HOUR && mean.limit() == null)
        .filter(mean -> judged.stream().noneMatch(j -> j.factor().equals(mean.factor())))
        .map(
            mean ->
                new OutletPage.Unjudged(
                    mean,
                    live.stream()
                        .filter(value -> value.factor().equals(mean.factor()))
                        .findFirst()
                        .orElse(null)))
        .toList();
  }

  private OutletPage.Table table(
      String mn,
      List<PeriodMean> newest,
      List<PeriodMean> judged,
      OutletPage.Choice wanted,
      int page) {
    List<OutletPage.Choice> choices = new ArrayList<>();
    judged.forEach(mean -> choices.add(new OutletPage.Choice(mean.factor(), mean.period())));
    newest.stream()
        .map(mean -> new OutletPage.Choice(mean.factor(), mean.period()))
        .filter(choice -> !choices.contains(choice))
        .forEach(choices::add);
    OutletPage.Choice selected = choices.contains(wanted) ? wanted : choices.get(0);
    int skip = (page - 1) * ROWS;
    List<PeriodMean> rows = means.page(mn, selected.period(), selected.factor(), skip, ROWS + 1);
    boolean more = rows.size() > ROWS;
    return new OutletPage.Table(selected, choices, more ? rows.subList(0, ROWS) : rows, page, more);
  }
}
