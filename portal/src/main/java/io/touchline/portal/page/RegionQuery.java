package io.touchline.portal.page;

import io.touchline.alerts.http.Caller;
import io.touchline.contract.BarometerRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.barometer.RegionTarget;
import io.touchline.domain.totals.Scope;
import io.touchline.domain.totals.TotalPeriod;
import io.touchline.portal.chart.MonthBars;
import io.touchline.portal.read.ReadModels;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gathers what regions emitted and how they stand on the way to their targets. */
public final class RegionQuery {

  private static final int CODE_DIGITS = 6;
  private static final int COLUMNS = 5;

  private final ReadModels models;
  private final Clock clock;

  public RegionQuery(ReadModels models, Clock clock) {
    this.models = models;
    this.clock = clock;
  }

  /**
   * One region in one year.
   *
   * @param wanted null for where the caller is at home: their region, or all of them
   * @param year null for the latest
   * @return empty where there is no such region, or none that is the caller's to see
   */
  public Optional<RegionPage> page(String wanted, Integer year, Caller caller) {
    RegionTree tree = new RegionTree(models.regions().all(), models.totals().regions());
    String code = wanted == null ? home(caller) : wanted;
    if (wanted != null && !(tree.has(code) && caller.sees(code, null))) {
      return Optional.empty();
    }
    int latest =
        models
            .totals()
            .latestYear()
            .map(start -> ChinaTime.date(start).getYear())
            .orElse(ChinaTime.date(clock.instant()).getYear());
    return Optional.of(page(tree, code, year == null ? latest : year, latest, caller));
  }

  /** Null for who sees all. */
  private static String home(Caller caller) {
    return caller.region() == null
        ? null
        : caller.region() + "0".repeat(Math.max(0, CODE_DIGITS - caller.region().length()));
  }

  private RegionPage page(RegionTree tree, String code, int year, int latest, Caller caller) {
    List<RegionPage.Place> within = tree.within(code);
    List<RegionPage.Place> path =
        code == null
            ? List.of()
            : tree.path(code).stream().filter(place -> caller.sees(place.code(), null)).toList();
    List<String> own = code == null ? codes(within) : List.of(code);
    List<RegionPage.FactorSum> factors = factors(own, code, year);
    List<String> shown = factors.stream().map(RegionPage.FactorSum::factor).limit(COLUMNS).toList();
    return new RegionPage(
        path.isEmpty() ? null : path.get(path.size() - 1),
        path,
        year,
        latest,
        factors,
        shown,
        regions(within, year),
        code == null ? List.of() : enterprises(code, year),
        code == null ? List.of() : sectors(code, year));
  }

  private static List<String> codes(List<RegionPage.Place> places) {
    return places.stream().map(RegionPage.Place::code).toList();
  }

  private List<RegionPage.FactorSum> factors(List<String> own, String code, int year) {
    Map<String, List<TotalRecord>> years = byFactor(sums(own, TotalPeriod.YEAR, year));
    Map<String, List<TotalRecord>> months = byFactor(sums(own, TotalPeriod.MONTH, year));
    List<RegionTarget> targets = code == null ? List.of() : models.targets().of(code);
    Map<String, List<BarometerRecord>> levels = new HashMap<>();
    if (code != null) {
      nearest(models.barometer().between(List.of(code), start(year), start(year + 1)))
          .forEach(
              level -> levels.computeIfAbsent(level.factor(), key -> new ArrayList<>()).add(level));
    }
    targets.stream()
        .filter(target -> target.year() >= year)
        .forEach(target -> years.putIfAbsent(target.factor(), List.of()));
    List<RegionPage.FactorSum> factors = new ArrayList<>();
    years.forEach(
        (factor, sums) -> {
          List<TotalRecord> monthly = together(months.getOrDefault(factor, List.of()));
          factors.add(
              new RegionPage.FactorSum(
                  factor,
                  sums.stream().mapToLong(TotalRecord::massMg).sum(),
                  sums.stream().mapToLong(TotalRecord::substitutedMg).sum(),
                  sums.stream().mapToInt(TotalRecord::outlets).sum(),
                  target(targets, factor, year),
                  levels.getOrDefault(factor, List.of()),
                  monthly,
                  MonthBars.of(monthly)));
        });
    factors.sort(
        Comparator.comparing((RegionPage.FactorSum sum) -> sum.target() == null)
            .thenComparing(RegionPage.FactorSum::factor));
    return factors;
  }

  private List<TotalRecord> sums(Collection<String> regions, TotalPeriod period, int year) {
    return models
        .totals()
        .between(Scope.Kind.REGION, regions, period, start(year), start(year + 1));
  }

  private static RegionTarget target(List<RegionTarget> targets, String factor, int year) {
    return targets.stream()
        .filter(target -> target.factor().equals(factor) && target.year() >= year)
        .min(Comparator.comparing(RegionTarget::year))
        .orElse(null);
  }

  /** Of several target years that one month is held against, the nearest alone. */
  private static List<BarometerRecord> nearest(List<BarometerRecord> levels) {
    Map<String, BarometerRecord> nearest = new LinkedHashMap<>();
    levels.forEach(
        level ->
            nearest.merge(
                level.region() + '|' + level.factor() + '|' + level.month(),
                level,
                (a, b) -> a.targetYear() <= b.targetYear() ? a : b));
    return List.copyOf(nearest.values());
  }

  private static Map<String, List<TotalRecord>> byFactor(List<TotalRecord> sums) {
    Map<String, List<TotalRecord>> byFactor = new TreeMap<>();
    sums.forEach(sum -> byFactor.computeIfAbsent(sum.factor(), key -> new ArrayList<>()).add(sum));
    return byFactor;
  }

  /** Sums of several regions added up month by month: whole numbers, so exactly. */
  private static List<TotalRecord> together(List<TotalRecord> sums) {
    Map<Instant, TotalRecord> months = new TreeMap<>();
    for (TotalRecord sum : sums) {
      months.merge(
          sum.start(),
          sum,
          (a, b) ->
              TotalRecord.of(
                  new Scope(a.scope(), a.id()),
                  a.factor(),
                  a.period(),
                  a.start(),
                  Math.addExact(a.massMg(), b.massMg()),
                  Math.addExact(a.substitutedMg(), b.substitutedMg()),
                  null,
                  a.outlets() + b.outlets()));
    }
    return List.copyOf(months.values());
  }

  private List<RegionPage.Line> regions(List<RegionPage.Place> within, int year) {
    Map<String, Map<String, TotalRecord>> sums = byId(sums(codes(within), TotalPeriod.YEAR, year));
    Map<String, Map<String, BarometerRecord>> levels = new HashMap<>();
    nearest(models.barometer().between(codes(within), start(year), start(year + 1)))
        .forEach(
            level ->
                levels
                    .computeIfAbsent(level.region(), key -> new HashMap<>())
                    .put(level.factor(), level));
    return within.stream()
        .map(
            place ->
                new RegionPage.Line(
                    place.name(),
                    place.code(),
                    Links.region(place.code()),
                    false,
                    sums.getOrDefault(place.code(), Map.of()),
                    levels.getOrDefault(place.code(), Map.of())))
        .toList();
  }

  private List<RegionPage.Line> enterprises(String code, int year) {
    Map<String, String> names = new TreeMap<>();
    models.outlets().inRegion(code).stream()
        .filter(outlet -> outlet.enterpriseCode() != null)
        .forEach(outlet -> names.put(outlet.enterpriseCode(), name(outlet)));
    Map<String, Map<String, TotalRecord>> sums =
        byId(
            models
                .totals()
                .between(
                    Scope.Kind.ENTERPRISE,
                    names.keySet(),
                    TotalPeriod.YEAR,
                    start(year),
                    start(year + 1)));
    return names.entrySet().stream()
        .map(
            entry ->
                new RegionPage.Line(
                    entry.getValue(),
                    entry.getKey(),
                    Links.enterprise(entry.getKey()),
                    false,
                    sums.getOrDefault(entry.getKey(), Map.of()),
                    Map.of()))
        .toList();
  }

  private static String name(OutletRecord outlet) {
    return outlet.enterpriseName() == null ? outlet.enterpriseCode() : outlet.enterpriseName();
  }

  private List<RegionPage.Line> sectors(String code, int year) {
    Map<String, Map<String, TotalRecord>> sums = byId(models.totals().sectors(code, start(year)));
    List<String> said = sums.isEmpty() ? List.of() : models.regions().sectors();
    List<RegionPage.Line> lines = new ArrayList<>();
    String division = null;
    for (Map.Entry<String, Map<String, TotalRecord>> entry : sums.entrySet()) {
      String sector = entry.getKey().substring(code.length() + 1);
      boolean inner = division != null && sector.startsWith(division);
      division = inner ? division : sector;
      String name =
          said.stream().filter(text -> text.startsWith(sector + " ")).findFirst().orElse(sector);
      lines.add(new RegionPage.Line(name, null, null, inner, entry.getValue(), Map.of()));
    }
    return lines;
  }

  private static Map<String, Map<String, TotalRecord>> byId(List<TotalRecord> sums) {
    Map<String, Map<String, TotalRecord>> byId = new TreeMap<>();
    sums.forEach(
        sum -> byId.computeIfAbsent(sum.id(), key -> new HashMap<>()).put(sum.factor(), sum));
    return byId;
  }

  private static Instant start(int year) {
    return ChinaTime.instant(LocalDate.of(year, 1, 1).atStartOfDay());
  }
}
