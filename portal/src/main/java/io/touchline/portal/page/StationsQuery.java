package io.touchline.portal.page;

import io.touchline.alerts.http.Caller;
import io.touchline.contract.ConnectionRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.QualityRecord.Kind;
import io.touchline.domain.rate.Counters;
import io.touchline.domain.rate.PassMark;
import io.touchline.portal.read.FindingRow;
import io.touchline.portal.read.QuarantineTable.Refusal;
import io.touchline.portal.read.RatesTable;
import io.touchline.portal.read.ReadModels;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Gathers how stations stand with us, and why. */
public final class StationsQuery {

  private static final int ROWS = 100;
  private static final int FINDINGS = 20_000;
  private static final int PROPOSALS = 200;
  private static final Duration LATELY = Duration.ofDays(1);

  private final ReadModels models;
  private final Silence silence;
  private final Clock clock;

  public StationsQuery(ReadModels models, Silence silence, Clock clock) {
    this.models = models;
    this.silence = silence;
    this.clock = clock;
  }

  /**
   * One page of the caller's stations.
   *
   * @param state null for all
   * @param page counted from 1
   */
  public StationsPage page(StationState state, Caller caller, int page) {
    YearMonth month = models.rates().latest().orElse(null);
    List<StationsPage.Station> all = stations(month, caller);
    Map<StationState, Long> counts = new EnumMap<>(StationState.class);
    all.forEach(station -> counts.merge(station.state(), 1L, Long::sum));
    List<StationsPage.Station> wanted =
        all.stream().filter(station -> state == null || station.state() == state).toList();
    int from = Math.min(wanted.size(), (page - 1) * ROWS);
    int to = Math.min(wanted.size(), from + ROWS);
    return new StationsPage(
        counts,
        state,
        month,
        wanted.subList(from, to),
        page,
        to < wanted.size(),
        caller.sees(null, null) ? models.proposals().open(PROPOSALS) : List.of(),
        models.quarantine().counts(caller.region()).values().stream()
            .mapToLong(Long::longValue)
            .sum());
  }

  private List<StationsPage.Station> stations(YearMonth month, Caller caller) {
    Instant now = clock.instant();
    List<OutletRecord> outlets =
        models.outlets().all().stream()
            .filter(outlet -> caller.sees(outlet.regionCode(), outlet.enterpriseCode()))
            .toList();
    List<String> mns = outlets.stream().map(OutletRecord::mn).toList();
    Map<String, List<FindingRow>> findings = new HashMap<>();
    for (Kind kind : List.of(Kind.CLOCK_OFF, Kind.GAP_REFUSED, Kind.GAP)) {
      models
          .findings()
          .lasting(kind, mns, now, FINDINGS)
          .forEach(f -> findings.computeIfAbsent(f.mn(), key -> new ArrayList<>()).add(f));
    }
    Map<String, ConnectionRecord> connections = models.connections().all();
    Map<String, Instant> heard = models.liveValues().lastHeard();
    Map<String, Refusal> refusals = models.quarantine().refusedSince(now.minus(LATELY));
    Map<String, Counters> rates =
        month == null
            ? Map.of()
            : models.rates().of(month).stream()
                .collect(
                    Collectors.toMap(RatesTable.OutletRate::mn, RatesTable.OutletRate::completed));
    return outlets.stream()
        .map(
            outlet ->
                station(
                    outlet,
                    connections.get(outlet.mn()),
                    heard.get(outlet.mn()),
                    findings.getOrDefault(outlet.mn(), List.of()),
                    refusals.get(outlet.mn()),
                    rates.get(outlet.mn()),
                    PassMark.of(outlet.regionCode(), now).orElse(null)))
        .sorted(Comparator.comparing(StationsPage.Station::state))
        .toList();
  }

  private StationsPage.Station station(
      OutletRecord outlet,
      ConnectionRecord connection,
      Instant heard,
      List<FindingRow> findings,
      Refusal refusal,
      Counters rate,
      PassMark mark) {
    StationState state =
        state(connection, heard, silence.since(heard), refusal != null ? refusal.at() : null)
            .orElse(state(findings));
    return new StationsPage.Station(
        outlet, state, connection, heard, findings, refusal, rate, mark);
  }

  /** Why no data come of it; empty where they come. */
  static Optional<StationState> state(
      ConnectionRecord connection, Instant heard, boolean silent, Instant refusedAt) {
    if (refusedAt != null && (heard == null || heard.isBefore(refusedAt))) {
      return Optional.of(StationState.REFUSED);
    }
    boolean isOpen = connection != null && connection.state() == ConnectionRecord.State.CONNECTED;
    if (heard == null) {
      return Optional.of(isOpen ? StationState.SILENT : StationState.NEVER);
    }
    if (!silent) {
      return Optional.empty();
    }
    return Optional.of(isOpen ? StationState.SILENT : StationState.GONE);
  }

  /** What is to be said of a station whose data come. */
  static StationState state(List<FindingRow> findings) {
    boolean isSkewed = findings.stream().anyMatch(found -> found.kind() == Kind.CLOCK_OFF);
    if (isSkewed) {
      return StationState.SKEWED;
    }
    return findings.isEmpty() ? StationState.ONLINE : StationState.LATE;
  }
}
