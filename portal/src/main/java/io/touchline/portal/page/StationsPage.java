package io.touchline.portal.page;

import io.touchline.contract.ConnectionRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.StationProposalRecord;
import io.touchline.domain.rate.Counters;
import io.touchline.domain.rate.PassMark;
import io.touchline.portal.read.FindingRow;
import io.touchline.portal.read.QuarantineTable;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * What the page of stations says.
 *
 * @param counts of every state that a station is in, what asks for a person first
 * @param state whose stations are shown, null for all
 * @param month that the rates are of, null while nothing was counted
 * @param page counted from 1
 * @param more whether there are further ones
 * @param proposals stations that send and are not registered
 * @param kept pieces in quarantine that can be looked at
 */
public record StationsPage(
    Map<StationState, Long> counts,
    StationState state,
    YearMonth month,
    List<Station> stations,
    int page,
    boolean more,
    List<StationProposalRecord> proposals,
    long kept) {

  /**
   * One station.
   *
   * @param connection null where no gateway has seen it
   * @param heard when data last came, null for never
   * @param findings what is lasting of its clock and its gaps
   * @param refusal what was refused of it within a day, null for nothing
   * @param rate of the month, null where nothing was counted
   * @param mark the rate that it must reach, null where none is set
   */
  public record Station(
      OutletRecord outlet,
      StationState state,
      ConnectionRecord connection,
      Instant heard,
      List<FindingRow> findings,
      QuarantineTable.Refusal refusal,
      Counters rate,
      PassMark mark) {

    /** Whether the rate lies below its mark. */
    public boolean below() {
      return rate != null && mark != null && !rate.passes(mark.percent());
    }
  }

  public long all() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many are in a state. */
  public long count(StationState of) {
    return counts.getOrDefault(of, 0L);
  }

  /** Those of which no data come: never, not connected, or silent. */
  public long silent() {
    return count(StationState.NEVER) + count(StationState.GONE) + count(StationState.SILENT);
  }
}
