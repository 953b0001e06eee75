package io.touchline.portal.page;

import io.touchline.alerts.LedgerEntry;
import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.RunningMeansRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.portal.chart.TimeChart;
import io.touchline.portal.read.FindingRow;
import io.touchline.portal.read.JudgedCount;
import io.touchline.portal.read.LiveValue;
import io.touchline.portal.read.MarkRow;
import io.touchline.portal.read.PeriodMean;
import java.time.Instant;
import java.util.List;

/**
 * What the page of one outlet says.
 *
 * @param lastHeard when it was last heard of, null for never
 * @param running what the hour and the day that run come to so far; judges nothing
 * @param table one page of the selected factor's periods, null while there is none
 */
public record OutletPage(
    OutletRecord outlet,
    Instant lastHeard,
    boolean silent,
    List<JudgedFactor> factors,
    List<Unjudged> unjudged,
    List<LedgerEntry> episodes,
    List<MarkRow> marks,
    List<FindingRow> findings,
    List<RunningMeansRecord> running,
    Table table) {

  /** One factor that a limit applies to. */
  public record JudgedFactor(PeriodMean newest, JudgedCount count, TimeChart chart) {}

  /** A factor without a limit: oxygen, flow, temperature. */
  public record Unjudged(PeriodMean newest, LiveValue live) {}

  /**
   * The selected factor's periods, newest first.
   *
   * @param choices what else can be selected, itself included
   * @param page counted from 1
   * @param more whether there are older ones
   */
  public record Table(
      Choice selected, List<Choice> choices, List<PeriodMean> rows, int page, boolean more) {}

  /** A factor and the period it is averaged over. */
  public record Choice(String factor, AveragingPeriod period) {}

  public long open() {
    return episodes.stream()
        .filter(entry -> entry.episode().state() == ExceedanceRecord.State.OPEN)
        .count();
  }
}
