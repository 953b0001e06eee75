package io.touchline.portal.page;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import io.touchline.alerts.ExceedanceLedger;
import io.touchline.alerts.LedgerEntry;
import io.touchline.alerts.http.Caller;
import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.alert.AlertKey;
import io.touchline.domain.alert.Grade;
import io.touchline.portal.chart.Sparkline;
import io.touchline.portal.read.AlertList;
import io.touchline.portal.read.JudgedCount;
import io.touchline.portal.read.JudgedCounts;
import io.touchline.portal.read.LiveValue;
import io.touchline.portal.read.LiveValues;
import io.touchline.portal.read.Means;
import io.touchline.portal.read.OutletTable;
import io.touchline.portal.read.PeriodMean;
import io.touchline.portal.read.ReadModels;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Gathers what the first page says, in seven statements whatever the number of outlets. */
public final class WatchQuery {

  private record Series(String mn, String factor, AveragingPeriod period) {}

  private record Channel(String mn, String factor) {}

  private record Gathered(
      List<OutletCard> cards, List<WatchPage.OpenExceedance> open, JudgedCount hours) {}

  /** All officers look at the same page; it is gathered at most once a second. */
  private static final Duration KEEP = Duration.ofSeconds(1);

  private final Recent<Gathered> recent;
  private final ExceedanceLedger ledger;
  private final OutletTable outlets;
  private final Means means;
  private final LiveValues liveValues;
  private final AlertList alerts;
  private final JudgedCounts counts;
  private final Silence silence;
  private final Clock clock;

  /** Reads on whatever thread asks. */
  public WatchQuery(ExceedanceLedger ledger, ReadModels models, Silence silence, Clock clock) {
    this.ledger = ledger;
    this.outlets = models.outlets();
    this.means = models.means();
    this.liveValues = models.liveValues();
    this.alerts = models.alerts();
    this.counts = models.counts();
    this.silence = silence;
    this.clock = clock;
    this.recent = new Recent<>(this::gather, KEEP, clock);
  }

  /** Of the outlets that a caller may see. */
  public WatchPage page(Caller caller) {
    Gathered all = recent.get();
    List<OutletCard> cards =
        all.cards().stream()
            .filter(card -> caller.sees(card.outlet().regionCode(), card.outlet().enterpriseCode()))
            .toList();
    List<WatchPage.OpenExceedance> open =
        all.open().stream()
            .filter(row -> caller.sees(row.entry().outlet().regionCode(), null))
            .toList();
    return page(cards, open, caller.region() == null ? all.hours() : null);
  }

  /** Of all outlets, for everybody. */
  public WatchPage page() {
    Gathered all = recent.get();
    return page(all.cards(), all.open(), all.hours());
  }

  private static WatchPage page(
      List<OutletCard> cards, List<WatchPage.OpenExceedance> open, JudgedCount hours) {
    Set<String> exceeding = who(open.stream().filter(row -> !row.isOfEnterprise()));
    Set<String> over = who(open.stream().filter(WatchPage.OpenExceedance::isOfEnterprise));
    return new WatchPage(
        cards.size(),
        exceeding,
        over.size(),
        cards.stream().filter(OutletCard::silent).count(),
        cards.stream().mapToLong(card -> card.lines().size()).sum(),
        hours,
        open,
        provinces(cards, exceeding));
  }

  private Gathered gather() {
    Map<Series, List<PeriodMean>> series =
        means.lastDayOfAll().stream()
            .collect(
                groupingBy(
                    mean -> new Series(mean.mn(), mean.factor(), mean.period()),
                    LinkedHashMap::new,
                    toList()));
    Map<AlertKey, Grade> grades = alerts.standingGrades();
    return new Gathered(
        cards(series),
        ledger.open().stream().map(entry -> open(entry, series, grades)).toList(),
        counts.ofAll(AveragingPeriod.HOUR));
  }

  private static Set<String> who(Stream<WatchPage.OpenExceedance> open) {
    return open.map(row -> row.entry().episode().mn()).collect(toSet());
  }

  private static WatchPage.OpenExceedance open(
      LedgerEntry entry, Map<Series, List<PeriodMean>> series, Map<AlertKey, Grade> grades) {
    ExceedanceRecord episode = entry.episode();
    List<PeriodMean> known =
        series.get(new Series(episode.mn(), episode.factor(), episode.period()));
    return new WatchPage.OpenExceedance(
        entry,
        grades.get(new AlertKey(episode.mn(), episode.factor(), episode.rule())),
        known == null ? null : newest(known));
  }

  private List<OutletCard> cards(Map<Series, List<PeriodMean>> series) {
    Instant now = clock.instant();
    Map<Channel, LiveValue> live = new HashMap<>();
    liveValues.all().forEach(value -> live.put(new Channel(value.mn(), value.factor()), value));
    Map<String, List<FactorLine>> lines = new HashMap<>();
    series.forEach(
        (key, periods) ->
            lines
                .computeIfAbsent(key.mn(), mn -> new ArrayList<>())
                .add(line(periods, live.get(new Channel(key.mn(), key.factor())), now)));
    Map<String, Instant> heard = liveValues.lastHeard();
    List<OutletCard> cards = new ArrayList<>();
    for (OutletRecord outlet : outlets.all()) {
      Instant last = heard.get(outlet.mn());
      cards.add(
          new OutletCard(
              outlet, last, silence.since(last), lines.getOrDefault(outlet.mn(), List.of())));
    }
    return cards;
  }

  private static FactorLine line(List<PeriodMean> periods, LiveValue live, Instant now) {
    PeriodMean newest = newest(periods);
    boolean running = newest.period().endOf(newest.start()).isAfter(now);
    return new FactorLine(newest, Standing.of(newest), running, live, Sparkline.of(periods));
  }

  private static List<ProvinceGroup> provinces(List<OutletCard> cards, Set<String> exceeding) {
    List<ProvinceGroup> provinces = new ArrayList<>();
    cards.stream()
        .collect(groupingBy(card -> province(card.outlet()), LinkedHashMap::new, toList()))
        .forEach(
            (code, of) ->
                provinces.add(
                    new ProvinceGroup(
                        code,
                        of,
                        of.stream().filter(c -> exceeding.contains(c.outlet().mn())).count())));
    return provinces;
  }

  private static String province(OutletRecord outlet) {
    String code = outlet.regionCode();
    return code == null || code.length() < 2 ? "" : code.substring(0, 2);
  }

  private static PeriodMean newest(List<PeriodMean> periods) {
    return periods.get(periods.size() - 1);
  }
}
