package io.touchline.streams;

import io.touchline.contract.OutletRecord;
import io.touchline.contract.QualityRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.FactorBook;
import io.touchline.domain.FactorMean;
import io.touchline.domain.facility.Facility;
import io.touchline.domain.facility.FacilityFigure;
import io.touchline.domain.facility.FacilityOff;
import io.touchline.domain.facility.FacilityRun;
import io.touchline.domain.facility.Inlet;
import io.touchline.domain.facility.RemovalDay;
import io.touchline.domain.facility.RemovalEfficiency;
import io.touchline.domain.facility.RemovalRequirement;
import io.touchline.domain.facility.RunState;
import io.touchline.domain.facility.Span;
import io.touchline.domain.facility.UsualLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a day of an outlet says of its treatment, from the formed hours, what was said of the
 * facilities, and what other loggers measured before them. Nothing else goes in, so the order in
 * which it came makes no difference.
 */
final class FacilityDay {

  private static final String SOURCE = "facilities";

  private final OutletRecord outlet;
  private final Instant start;
  private final Instant end;
  private final MeansJournal means;
  private final FacilityRows rows;
  private final SortedMap<Instant, SortedMap<String, FactorMean>> hours;
  private final List<Span> formed;
  private SortedMap<Instant, SortedMap<String, FactorMean>> withBefore;
  private List<Span> production;

  FacilityDay(
      OutletRecord outlet,
      Instant start,
      MeansJournal means,
      FacilityRows rows,
      InletHours inletHours) {
    this.outlet = outlet;
    this.start = start;
    this.end = AveragingPeriod.DAY.endOf(start);
    this.means = means;
    this.rows = rows;
    this.hours =
        inletHours.beside(
            means.hours(outlet.mn(), start, end),
            outlet.mn(),
            outlet.treatment().inlets(),
            start,
            end);
    this.formed =
        Span.union(
            hours.keySet().stream()
                .map(hour -> new Span(hour, AveragingPeriod.HOUR.endOf(hour)))
                .toList());
  }

  /** All that holds now, each beginning within the day. */
  List<QualityRecord> findings() {
    List<QualityRecord> found = new ArrayList<>();
    outlet.treatment().inlets().stream()
        .map(Inlet::factor)
        .distinct()
        .forEach(factor -> removal(factor).map(this::record).ifPresent(found::add));
    for (Facility facility : outlet.treatment().facilities()) {
      if (facility.kind() != Facility.Kind.PRODUCTION && facility.isThereAt(start)) {
        off(facility).forEach(off -> found.add(record(off)));
      }
    }
    return found;
  }

  /** Hours in which hardly anything flows have no efficiency worth the name. */
  private Optional<RemovalDay> removal(String factor) {
    return RemovalRequirement.of(outlet.regionCode(), factor, start)
        .flatMap(
            required ->
                RemovalDay.of(factor, required, hours)
                    .filter(RemovalDay::isTooLow)
                    .flatMap(day -> RemovalDay.of(factor, required, hoursWithFlow()))
                    .filter(RemovalDay::isTooLow));
  }

  private SortedMap<Instant, SortedMap<String, FactorMean>> hoursWithFlow() {
    SortedMap<Instant, SortedMap<String, FactorMean>> flowing = new TreeMap<>(hours);
    byHours(flow()).standing().forEach(span -> flowing.subMap(span.from(), span.to()).clear());
    return flowing;
  }

  private List<FacilityOff> off(Facility facility) {
    FacilityRun run = runOf(facility);
    if (run.isKnown()) {
      return mayBeOff(facility, run) ? FacilityOff.find(facility, run, production()) : List.of();
    }
    Decimal ran = rows.hours(outlet.mn(), facility.code(), start);
    return ran == null
        ? List.of()
        : FacilityOff.ofDay(facility, start, ran, produced()).stream().toList();
  }

  private static boolean mayBeOff(Facility facility, FacilityRun run) {
    return facility.kind() == Facility.Kind.BYPASS
        ? !run.running().isEmpty()
        : !run.standing().isEmpty();
  }

  /** When production ran, within the hours that are formed: flow says so, or its own state. */
  private List<Span> production() {
    if (production == null) {
      List<Span> spans = new ArrayList<>(byHours(flow()).running());
      producers().forEach(facility -> spans.addAll(runOf(facility).running()));
      production = Span.common(Span.union(spans), formed);
    }
    return production;
  }

  private Duration produced() {
    Duration longest = Span.total(production());
    for (Facility facility : producers()) {
      Decimal hours = rows.hours(outlet.mn(), facility.code(), start);
      Duration ran = hours == null ? Duration.ZERO : FacilityRun.ofHours(hours);
      longest = ran.compareTo(longest) > 0 ? ran : longest;
    }
    return longest;
  }

  private List<Facility> producers() {
    return outlet.treatment().facilities().stream()
        .filter(facility -> facility.kind() == Facility.Kind.PRODUCTION)
        .filter(facility -> facility.isThereAt(start))
        .toList();
  }

  /** By its electricity where its code is a channel with means, else by its states. */
  private FacilityRun runOf(Facility facility) {
    if (hours.values().stream().anyMatch(hour -> hour.containsKey(facility.code()))) {
      return byHours(facility.code());
    }
    SortedMap<Instant, RunState> states = new TreeMap<>();
    said(facility).forEach((at, said) -> states.put(at, said.state()));
    return FacilityRun.ofStates(states, start, end);
  }

  private SortedMap<Instant, FacilityRows.Said> said(Facility facility) {
    Instant from = start.minus(FacilityFigure.STATE_HOLDS_MINUTES.minutes());
    return rows.states(outlet.mn(), facility.code(), from, end);
  }

  private FacilityRun byHours(String channel) {
    return FacilityRun.ofHours(hours, channel, usual(channel));
  }

  private UsualLevel usual(String channel) {
    if (withBefore == null) {
      Instant from = start.minus(Duration.ofDays(FacilityFigure.USUAL_DAYS.count()));
      withBefore = means.hours(outlet.mn(), from, end);
    }
    return UsualLevel.of(withBefore, channel).orElse(null);
  }

  /** The flow channel of the outlet; one that has no means where it sends none. */
  private String flow() {
    return hours.values().stream()
        .flatMap(hour -> hour.keySet().stream())
        .filter(FactorBook::isFlow)
        .findFirst()
        .orElse("");
  }

  private QualityRecord record(RemovalDay day) {
    RemovalEfficiency efficiency = day.efficiency();
    SortedMap<String, String> evidence = new TreeMap<>();
    evidence.put("percent", efficiency.percent().toString());
    evidence.put("required", day.required().percent().toString());
    evidence.put("rule", day.required().source().text());
    evidence.put("basis", efficiency.basis().name());
    evidence.put("in", efficiency.in().toString());
    evidence.put("out", efficiency.out().toString());
    evidence.put("hours", Integer.toString(day.hours()));
    evidence.put("below", Integer.toString(day.below()));
    evidence.put("worst", day.worst().toString());
    evidence.put("worstHour", ChinaTime.format(day.worstHour()));
    return QualityRecord.of(
        outlet.mn(),
        day.factor(),
        QualityRecord.Kind.REMOVAL_TOO_LOW,
        start,
        end,
        day.shareBelow(),
        efficiency.percent()
            + " % taken out of a day, "
            + day.required().percent()
            + " % required; "
            + day.below()
            + " of "
            + day.hours()
            + " hours below, the least "
            + day.worst()
            + " %",
        evidence,
        SOURCE);
  }

  private QualityRecord record(FacilityOff off) {
    Facility facility = off.facility();
    boolean bypass = facility.kind() == Facility.Kind.BYPASS;
    SortedMap<String, String> evidence = new TreeMap<>();
    evidence.put("facility", facility.code());
    evidence.put("name", facility.name());
    evidence.put("kind", facility.kind().name());
    evidence.put("minutes", Long.toString(off.minutes()));
    SortedMap<Instant, FacilityRows.Said> until = said(facility).headMap(off.from().plusMillis(1));
    if (!until.isEmpty()) {
      evidence.put("frame", until.get(until.lastKey()).frame());
    }
    Decimal ran = rows.hours(outlet.mn(), facility.code(), start);
    if (ran != null) {
      evidence.put("hoursOfDay", ran.toString());
    }
    putFlow(evidence, off);
    return QualityRecord.of(
        outlet.mn(),
        facility.code(),
        QualityRecord.Kind.TREATMENT_OFF,
        off.from(),
        off.to(),
        null,
        facility.name()
            + (bypass ? " was open for " : " stood still for ")
            + off.minutes()
            + " minutes while production ran",
        evidence,
        SOURCE);
  }

  private void putFlow(SortedMap<String, String> evidence, FacilityOff off) {
    UsualLevel usual = usual(flow());
    if (usual != null) {
      evidence.put("usualFlow", usual.level().toString());
      hours.subMap(AveragingPeriod.HOUR.startOf(off.from()), off.to()).values().stream()
          .map(hour -> hour.get(flow()))
          .filter(flow -> flow != null && flow.value() != null && flow.validity().isValid())
          .map(FactorMean::value)
          .max(Decimal::compareTo)
          .ifPresent(flow -> evidence.put("flow", flow.toString()));
    }
  }
}
