package io.touchline.portal.page;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import io.touchline.alerts.ExceedanceLedger;
import io.touchline.alerts.LedgerEntry;
import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.portal.chart.Sparkline;
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

/** Gathers what the first page says, in six statements whatever the number of outlets. */
public final class WatchQuery {

  private record Series(String mn, String factor, AveragingPeriod period) {}

  private record Channel(String mn, String factor) {}

  /** All officers look at the same page; it is gathered at most once a second. */
  private static final Duration KEEP = Duration.ofSeconds(1);

  private final Recent<WatchPage> recent;
  private final ExceedanceLedger ledger;
  private final OutletTable outlets;
  private final Means means;
  private final LiveValues liveValues;
  private final JudgedCounts counts;
  private final Silence silence;
  private final Clock clock;

  /** Reads on whatever thread asks. */
  public WatchQuery(ExceedanceLedger ledger, ReadModels models, Silence silence, Clock clock) {
    this.ledger = ledger;
    this.outlets = models.outlets();
    this.means = models.means();
    this.liveValues = models.liveValues();
    this.counts = models.counts();
    this.silence = silence;
    this.clock = clock;
    this.recent = new Recent<>(this::gather, KEEP, clock);
  }

  public WatchPage page() {
    return recent.get();
  }

  private WatchPage gather() {
    Map<Series, List<PeriodMean>> series =
        means.lastDayOfAll().stream()
            .collect(
                groupingBy(
                    mean -> new Series(mean.mn(), mean.factor(), mean.period()),
                    LinkedHashMap::new,
                    toList()));
    List<OutletCard> cards = cards(series);
    List<WatchPage.OpenExceedance> open =
        ledger.open().stream().map(entry -> open(entry, series)).toList();
    Set<String> exceeding = who(open.stream().filter(row -> !row.isOfEnterprise()));
    Set<String> over = who(open.stream().filter(WatchPage.OpenExceedance::isOfEnterprise));
    return new WatchPage(
        cards.size(),
        exceeding.size(),
        over.size(),
        cards.stream().filter(OutletCard::silent).count(),
        cards.stream().mapToLong(card -> card.lines().size()).sum(),
        counts.ofAll(AveragingPeriod.HOUR),
        open,
        provinces(cards, exceeding));
  }

  private static Set<String> who(Stream<WatchPage.OpenExceedance> open) {
    return open.map(row -> row.entry().episode().mn()).collect(toSet());
  }

  private static WatchPage.OpenExceedance open(
      LedgerEntry entry, Map<Series, List<PeriodMean>> series) {
    ExceedanceRecord episode = entry.episode();
    List<PeriodMean> known =
        series.get(new Series(episode.mn(), episode.factor(), episode.period()));
    return new WatchPage.OpenExceedance(
        entry, Grade.of(episode.multiple()), known == null ? null : newest(known));
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
