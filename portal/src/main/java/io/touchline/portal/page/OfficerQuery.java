package io.touchline.portal.page;

import io.touchline.alerts.http.Caller;
import io.touchline.contract.OutletRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.alert.Grade;
import io.touchline.portal.read.AlertFilter;
import io.touchline.portal.read.AlertList;
import io.touchline.portal.read.ReadModels;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gathers what an officer has before them in the morning. */
public final class OfficerQuery {

  private static final int DUE = 20;
  private static final int SERIOUS = 10;
  private static final int PREFECTURE_DIGITS = 4;

  private final ReadModels models;
  private final WatchQuery watch;
  private final CasesQuery cases;
  private final Clock clock;

  public OfficerQuery(ReadModels models, WatchQuery watch, CasesQuery cases, Clock clock) {
    this.models = models;
    this.watch = watch;
    this.cases = cases;
    this.clock = clock;
  }

  /** Within what the caller may see. */
  public OfficerPage page(Caller caller) {
    Instant now = clock.instant();
    WatchPage watched = watch.page(caller);
    AlertList alerts = models.alerts();
    AlertFilter serious = AlertFilter.OPEN.withState(AlertFilter.Stage.WAITING);
    return new OfficerPage(
        alerts.dueBefore(AveragingPeriod.DAY.endOf(AveragingPeriod.DAY.startOf(now)), caller, DUE),
        alerts.page(serious.withGrade(Grade.SERIOUS), caller, 0, SERIOUS),
        alerts.page(AlertFilter.OPEN.withState(AlertFilter.Stage.ANSWERED), caller, 0, SERIOUS),
        alerts.byGrade(AlertFilter.OPEN, caller),
        cases.overview(caller),
        tiles(watched),
        watched.outlets(),
        now);
  }

  private static List<OfficerPage.Tile> tiles(WatchPage watched) {
    Map<String, List<OutletCard>> prefectures = new TreeMap<>();
    watched.provinces().stream()
        .flatMap(province -> province.outlets().stream())
        .forEach(
            card ->
                prefectures
                    .computeIfAbsent(prefecture(card.outlet()), code -> new ArrayList<>())
                    .add(card));
    Set<String> exceeding = watched.exceeding();
    List<OfficerPage.Tile> tiles = new ArrayList<>();
    prefectures.forEach(
        (code, cards) ->
            tiles.add(
                new OfficerPage.Tile(
                    code,
                    names(cards),
                    cards.size(),
                    cards.stream().filter(c -> exceeding.contains(c.outlet().mn())).count(),
                    cards.stream().filter(OutletCard::silent).count())));
    return tiles;
  }

  private static String prefecture(OutletRecord outlet) {
    String code = outlet.regionCode() == null ? "" : outlet.regionCode();
    return code.substring(0, Math.min(PREFECTURE_DIGITS, code.length()));
  }

  private static String names(List<OutletCard> cards) {
    Set<String> names = new TreeSet<>();
    String own = null;
    for (OutletCard card : cards) {
      if (card.outlet().regionName() != null) {
        names.add(card.outlet().regionName());
        if (card.outlet().regionCode() != null && card.outlet().regionCode().endsWith("00")) {
          own = card.outlet().regionName();
        }
      }
    }
    return own == null ? String.join("、", names) : own;
  }
}
