package io.touchline.portal;

import io.touchline.contract.BarometerRecord;
import io.touchline.contract.Json;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.RegionRecord;
import io.touchline.contract.RunningMeansRecord;
import io.touchline.contract.TargetsRecord;
import io.touchline.contract.Topics;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.barometer.Level;
import io.touchline.domain.barometer.RegionTarget;
import io.touchline.domain.code.RegionCode;
import io.touchline.domain.totals.Scope;
import io.touchline.domain.totals.TotalPeriod;
import io.touchline.fixtures.Publisher;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/** What the made-up fleet's regions, enterprises and sectors emitted, and what runs. */
final class FleetRegions {

  static final String SO2 = "a21026";
  static final String NOX = "a21002";
  static final String ELECTRICITY = "d3*";

  private static final int MONTHS = 11;
  private static final long TONNE = 1_000_000_000L;

  private final Publisher publisher;
  private final Topics topics;
  private int published;

  private FleetRegions(Publisher publisher, Topics topics) {
    this.publisher = publisher;
    this.topics = topics;
  }

  /** How many records it published. */
  static int publish(Publisher publisher, Topics topics, List<OutletRecord> outlets, Instant now) {
    FleetRegions regions = new FleetRegions(publisher, topics);
    regions.tree();
    regions.sums(new Scope(Scope.Kind.REGION, "630000"), SO2, 412, 9);
    regions.sums(new Scope(Scope.Kind.REGION, "630000"), NOX, 655, 9);
    regions.sums(new Scope(Scope.Kind.REGION, "630000"), ELECTRICITY, 31, 4);
    regions.sums(new Scope(Scope.Kind.REGION, "630100"), SO2, 240, 4);
    regions.sums(new Scope(Scope.Kind.REGION, "630100"), NOX, 371, 4);
    regions.sums(new Scope(Scope.Kind.REGION, "630121"), SO2, 151, 2);
    regions.sums(new Scope(Scope.Kind.REGION, "630200"), SO2, 88, 1);
    regions.sums(new Scope(Scope.Kind.REGION, "140000"), SO2, 733, 11);
    regions.sums(new Scope(Scope.Kind.SECTOR, "630000/D44"), SO2, 301, 6);
    regions.sums(new Scope(Scope.Kind.SECTOR, "630000/D4411"), SO2, 288, 5);
    regions.sums(new Scope(Scope.Kind.SECTOR, "630000/C30"), SO2, 88, 1);
    regions.targets();
    OutletRecord plant = outlets.get(2);
    regions.sums(new Scope(Scope.Kind.ENTERPRISE, plant.enterpriseCode()), SO2, 41, 1);
    regions.days(plant, now);
    regions.running(plant, now);
    return regions.published;
  }

  private void tree() {
    region("630000", "青海省", null);
    region("630100", "西宁市", "630000");
    region("630121", "大通回族土族自治县", "630100");
    region("140000", "山西省", null);
  }

  private void region(String code, String name, String parent) {
    RegionRecord region =
        new RegionRecord(1, code, name, parent, new RegionCode(code).level(), null);
    send(topics.regions().name(), code, code, Json.text(region));
  }

  private void sums(Scope scope, String factor, long tonnes, int outlets) {
    long year = tonnes * TONNE;
    long month = year / MONTHS;
    for (int at = 0; at < MONTHS; at++) {
      LocalDate start = LocalDate.of(2026, 1 + at, 1);
      long measured = month + (at % 3 - 1) * month / 9;
      long substituted = at == 4 ? month / 8 : 0;
      total(scope, factor, TotalPeriod.MONTH, start, measured, substituted, outlets);
    }
    total(scope, factor, TotalPeriod.YEAR, LocalDate.of(2026, 1, 1), year, month / 8, outlets);
  }

  private void total(
      Scope scope,
      String factor,
      TotalPeriod period,
      LocalDate start,
      long measured,
      long substituted,
      int outlets) {
    TotalRecord total =
        TotalRecord.of(
            scope,
            factor,
            period,
            ChinaTime.instant(start.atStartOfDay()),
            measured,
            substituted,
            scope.kind() == Scope.Kind.ENTERPRISE && period == TotalPeriod.YEAR
                ? Long.valueOf(45 * TONNE)
                : null,
            outlets);
    send(topics.totals().name(), scope.text(), total.key(), Json.text(total));
  }

  private void days(OutletRecord plant, Instant now) {
    Scope scope = new Scope(Scope.Kind.ENTERPRISE, plant.enterpriseCode());
    LocalDate today = ChinaTime.date(now);
    for (LocalDate day = LocalDate.of(2026, 1, 1); day.isBefore(today); day = day.plusDays(1)) {
      boolean isKnown = day.getMonthValue() != 6 || day.getDayOfMonth() > 4;
      if (isKnown) {
        long usual = 129_500_000L + day.getDayOfMonth() % 7 * 1_000_000L;
        total(scope, SO2, TotalPeriod.DAY, day, usual, 0, 1);
      }
    }
  }

  private void targets() {
    RegionTarget sulphur = target(SO2, "880", "1000");
    RegionTarget nitrogen = target(NOX, "900", "1200");
    RegionTarget power = target(ELECTRICITY, "60", "80");
    TargetsRecord targets = TargetsRecord.of("630000", List.of(sulphur, nitrogen, power));
    send(topics.targets().name(), targets.key(), targets.key(), Json.text(targets));
    for (int month = 1; month <= MONTHS - 1; month++) {
      level("630000", sulphur, month, month < 6 ? Level.GREEN : Level.ORANGE);
      level("630000", nitrogen, month, Level.GREEN);
      level("630000", power, month, Level.NO_DATA);
    }
    level("630100", sulphur, MONTHS - 1, Level.RED);
  }

  private static RegionTarget target(String factor, String cap, String base) {
    return new RegionTarget(
        factor,
        2030,
        Decimal.of(cap),
        2025,
        Decimal.of(base),
        Decimal.of(base),
        null,
        "青政办〔2026〕12号 附表1");
  }

  private void level(String region, RegionTarget target, int month, Level level) {
    boolean isKnown = level != Level.NO_DATA;
    BarometerRecord record =
        new BarometerRecord(
            BarometerRecord.SCHEMA_VERSION,
            region,
            target.factor(),
            ChinaTime.instant(LocalDate.of(2026, month, 1).atStartOfDay()),
            target.year(),
            target.capTonnes(),
            target.baseTonnes(),
            980 * TONNE,
            isKnown ? Long.valueOf(449 * TONNE) : null,
            isKnown ? Decimal.of("0.4582") : null,
            isKnown ? month * 30 : 12,
            isKnown ? Decimal.of("0.71") : null,
            level,
            null,
            null,
            isKnown ? "as the figures say" : "12 of 304 days are known",
            target.source(),
            "made up",
            null,
            1);
    send(topics.barometer().name(), region, record.key(), Json.text(record));
  }

  private void running(OutletRecord plant, Instant now) {
    Instant hour = AveragingPeriod.HOUR.startOf(now);
    TreeMap<String, RunningMeansRecord.Factor> factors = new TreeMap<>();
    factors.put(
        SO2,
        new RunningMeansRecord.Factor(
            Decimal.of("44.1"), Decimal.of("47.2"), "mg/m3", 9, 10, 10, true));
    RunningMeansRecord running =
        new RunningMeansRecord(
            1, plant.mn(), AveragingPeriod.HOUR, hour, hour.plus(Duration.ofMinutes(10)), factors);
    send(topics.meansRunning().name(), plant.mn(), running.key(), Json.text(running));
    RunningMeansRecord day =
        new RunningMeansRecord(
            1, plant.mn(), AveragingPeriod.DAY, AveragingPeriod.DAY.startOf(now), hour, factors);
    send(topics.meansRunning().name(), plant.mn(), day.key(), Json.text(day));
  }

  private void send(String topic, String partitioned, String key, String json) {
    publisher.send(topic, partitioned, key, json);
    published++;
  }
}
