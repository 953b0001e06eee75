package io.touchline.streams;

import static io.touchline.domain.EmissionLimit.Basis.CONVERTED;
import static io.touchline.domain.EmissionLimit.Basis.MEASURED;

import io.touchline.contract.MarkRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.PermitsRecord;
import io.touchline.contract.SampleRecord;
import io.touchline.domain.Averaging;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.Mark;
import io.touchline.domain.MarkUse;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile.Judge;
import io.touchline.domain.facility.Feed;
import io.touchline.domain.facility.Inlet;
import io.touchline.domain.facility.Treatment;
import io.touchline.domain.sample.Sample;
import io.touchline.domain.sample.SampleKind;
import io.touchline.domain.totals.PermittedAmount;
import io.touchline.domain.totals.Season;
import io.touchline.streams.Happening.EntryCame;
import io.touchline.streams.Happening.FrameCame;
import io.touchline.streams.Happening.MarkCame;
import io.touchline.streams.Happening.PermitsCame;
import io.touchline.streams.Happening.SampleCame;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Some days of three outlets, made of one number: a stack of which minutes come, a stack that
 * reports hours with the volume that flowed, and an outfall; with gaps, late and contradicting
 * uploads, values about the limits and such as nobody would believe, a registry that changes its
 * mind, and operators' marks and samples in several versions.
 */
final class SeededCase {

  static final String BY_MINUTES = "88888800000000000000AA01";
  static final String BY_HOURS = "88888800000000000000AA02";
  static final String OUTFALL = "88888800000000000000AA03";

  private static final List<String> OUTLETS = List.of(BY_MINUTES, BY_HOURS, OUTFALL);

  /** Short of a month's, a quarter's and a year's end, and of nothing. */
  private static final List<LocalDate> FIRST_DAYS =
      List.of(
          LocalDate.of(2026, 1, 31),
          LocalDate.of(2026, 3, 31),
          LocalDate.of(2025, 12, 31),
          LocalDate.of(2026, 2, 10));

  private static final int FEW_DAYS = 2;
  private static final int MANY_DAYS = 5;
  private static final int MINUTES_APART = 15;

  private final Random random;
  private final Instant start;
  private final List<Happening> happenings = new ArrayList<>();

  SeededCase(long seed) {
    random = new Random(seed);
    start = ChinaTime.instant(FIRST_DAYS.get(random.nextInt(4)).atStartOfDay());
    entries();
    minutes();
    hours();
    water();
    marks();
    samples();
    enterprise();
    happenings.sort(Comparator.comparing(Happening::at));
  }

  Instant start() {
    return start;
  }

  /** After everything, however long something was delayed. */
  Instant end() {
    return start.plus(Duration.ofDays(MANY_DAYS + 10));
  }

  /** In the order of their stamps. */
  List<Happening> happenings() {
    return List.copyOf(happenings);
  }

  private void entries() {
    for (String mn : OUTLETS) {
      if (random.nextBoolean()) {
        happenings.add(new EntryCame(entry(mn), start));
        happenings.add(new EntryCame(entry(mn), hour(6 + random.nextInt(24 * FEW_DAYS))));
      } else {
        happenings.add(new EntryCame(entry(mn), start));
      }
    }
  }

  private OutletRecord entry(String mn) {
    Judge judge = random.nextInt(3) == 0 ? Judge.RECOMPUTED : Judge.REPORTED;
    OutletRecord entry =
        mn.equals(OUTFALL)
            ? JournalFixture.outlet(mn, Medium.WATER, judge, null, waterLimits())
            : JournalFixture.outlet(
                mn, Medium.AIR, judge, Decimal.of("6"), MINUTES_APART, gasLimits());
    TreeMap<String, Decimal> ranges = new TreeMap<>();
    if (random.nextInt(4) > 0) {
      ranges.putAll(Map.of("a21026", Decimal.of("60"), "w01018", Decimal.of("70")));
    }
    return entry
        .withRanges(ranges)
        .withTreatment(treatment(mn))
        .withMarkUse(random.nextInt(5) == 0 ? MarkUse.ADVISORY : MarkUse.BINDING);
  }

  /** Now and then the logger of the one stack stands before the treatment of the other. */
  private Treatment treatment(String mn) {
    boolean paired = random.nextInt(3) > 0;
    if (!paired || mn.equals(OUTFALL)) {
      return null;
    }
    return mn.equals(BY_MINUTES)
        ? new Treatment(List.of(), List.of(Inlet.of(BY_HOURS, "a21026")))
        : new Treatment(List.of(), List.of(), List.of(new Feed(BY_MINUTES, "a21026")));
  }

  private OutletRecord.Limit[] gasLimits() {
    return new OutletRecord.Limit[] {
      limit("a21026", 33 + random.nextInt(4), Averaging.HOUR, CONVERTED),
      limit("a21026", 32, Averaging.DAY, CONVERTED),
      limit("a21002", 50, Averaging.HOUR, MEASURED),
      limit("a21002", 48, Averaging.MONTH_SHARE, MEASURED),
      limit("a34013", 10, Averaging.HOUR, MEASURED)
    };
  }

  private OutletRecord.Limit[] waterLimits() {
    OutletRecord.Limit acidity = limit("w01001", 9, Averaging.HOUR, MEASURED);
    return new OutletRecord.Limit[] {
      limit("w01018", 50 + random.nextInt(3), Averaging.HOUR, MEASURED),
      limit("w01018", 45, Averaging.DAY, MEASURED),
      limit("w21003", 5, Averaging.DAY, MEASURED),
      new OutletRecord.Limit(
          acidity.factor(),
          Decimal.of("6"),
          acidity.value(),
          "",
          acidity.averaging(),
          acidity.basis(),
          acidity.source(),
          acidity.clause(),
          acidity.validFrom(),
          null)
    };
  }

  private OutletRecord.Limit limit(
      String factor, int value, Averaging averaging, EmissionLimit.Basis basis) {
    // Some rows begin to hold in the middle.
    LocalDate from =
        random.nextInt(4) == 0
            ? ChinaTime.date(hour(24 * random.nextInt(FEW_DAYS)))
            : LocalDate.of(2020, 1, 1);
    return JournalFixture.limit(factor, Integer.toString(value), averaging, basis, from);
  }

  /** Amounts that are used up in a day, in days, and never; they come in the middle. */
  private void enterprise() {
    List<PermittedAmount> amounts = new ArrayList<>();
    for (PermittedAmount.Period period : PermittedAmount.Period.values()) {
      amounts.add(amount("a21026", period, "0.0" + (20 + random.nextInt(60))));
      amounts.add(amount("a21002", period, "0.1" + random.nextInt(10)));
      amounts.add(amount("w01018", period, random.nextBoolean() ? "0.2" : "0.00001"));
    }
    String code = entry(OUTFALL).enterpriseCode();
    happenings.add(
        new PermitsCame(PermitsRecord.of(code, amounts), hour(random.nextInt(24 * FEW_DAYS))));
  }

  private static PermittedAmount amount(
      String factor, PermittedAmount.Period period, String tonnes) {
    return new PermittedAmount(
        "P2",
        factor,
        Decimal.of(tonnes),
        period,
        LocalDate.of(2020, 1, 1),
        null,
        "table 5",
        period == PermittedAmount.Period.SEASON
            ? new Season(MonthDay.of(9, 15), MonthDay.of(4, 2))
            : null);
  }

  /** Minutes that are missing, now one by one and once for more than a day; some reported hours. */
  private void minutes() {
    Course sulphur = new Course(60);
    int silentFrom = random.nextInt(24 * FEW_DAYS);
    int silentTo = silentFrom + (random.nextBoolean() ? 30 : 0);
    for (int hour = 0; hour < 24 * FEW_DAYS; hour++) {
      String value = sulphur.next();
      if (hour >= silentFrom && hour < silentTo) {
        continue;
      }
      for (int minute = 0; minute < 60 && random.nextInt(12) > 0; minute += MINUTES_APART) {
        if (random.nextInt(12) > 0) {
          Instant at = hour(hour).plus(Duration.ofMinutes(minute));
          send(BY_MINUTES, "2051", at, Duration.ofMinutes(MINUTES_APART), gas(value));
        }
      }
      if (random.nextInt(5) == 0) {
        send(BY_MINUTES, "2061", hour(hour), Duration.ofHours(1), gas(value));
      }
      if (hour % 24 == 23 && random.nextBoolean()) {
        send(BY_MINUTES, "2031", hour(hour - 23), Duration.ofDays(1), gas(value));
      }
    }
  }

  private void hours() {
    Course sulphur = new Course(60);
    for (int hour = 0; hour < 24 * MANY_DAYS; hour++) {
      String value = sulphur.next();
      if (random.nextInt(14) > 0) {
        send(BY_HOURS, "2061", hour(hour), Duration.ofHours(1), gas(value));
      }
      if (hour % 24 == 23 && random.nextInt(3) == 0) {
        send(BY_HOURS, "2031", hour(hour - 23), Duration.ofDays(1), gas(value));
      }
    }
  }

  private void water() {
    Course demand = new Course(70);
    for (int hour = 0; hour < 24 * FEW_DAYS; hour++) {
      String value = demand.next();
      if (random.nextInt(10) > 0) {
        send(OUTFALL, "2061", hour(hour), Duration.ofHours(1), water(value));
      }
      for (int minute = 0; hour % 12 == 3 && minute < 60; minute += 10) {
        Instant at = hour(hour).plus(Duration.ofMinutes(minute));
        send(OUTFALL, "2051", at, Duration.ofMinutes(10), water(value));
      }
    }
  }

  private List<String> gas(String sulphur) {
    List<String> values = new ArrayList<>();
    String sentConverted = random.nextInt(4) == 0 ? ",ZsAvg=" + (25 + random.nextInt(15)) : "";
    add(values, "a21026", "Avg=" + sulphur + sentConverted + flag());
    add(values, "a21002", "Avg=" + (40 + random.nextInt(15)) + flag());
    if (random.nextInt(5) > 0) {
      add(values, "a34013", "Avg=" + (7 + random.nextInt(5)) + "." + random.nextInt(10) + flag());
    }
    String oxygen = random.nextInt(12) == 0 ? "20.1" : 5 + random.nextInt(4) + ".5";
    add(values, "a19001", "Avg=" + oxygen + flag());
    if (random.nextInt(8) > 0) {
      int volume = 60_000 + random.nextInt(20_000);
      add(values, "a00000", "Avg=" + (90 + random.nextInt(30)) + ",Cou=" + volume + flag());
    }
    return values;
  }

  private List<String> water(String demand) {
    List<String> values = new ArrayList<>();
    add(values, "w01018", "Avg=" + demand + flag());
    add(values, "w21003", "Avg=" + random.nextInt(9) + ".2" + flag());
    if (random.nextInt(3) > 0) {
      add(values, "w21001", "Avg=" + random.nextInt(12) + ".1" + flag());
    }
    add(values, "w01001", "Avg=" + (6 + random.nextInt(4)) + flag());
    int volume = random.nextInt(12) == 0 ? 0 : 100 + random.nextInt(50);
    add(values, "w00000", "Avg=" + random.nextInt(40) + ",Cou=" + volume + flag());
    return values;
  }

  private static void add(List<String> values, String factor, String text) {
    values.add(factor);
    values.add(text);
  }

  private String flag() {
    return ",Flag="
        + (random.nextInt(14) == 0 ? List.of("D", "M", "T").get(random.nextInt(3)) : "N");
  }

  /** In time or hours late; now and then another says something else of the same moment. */
  private void send(
      String mn, String cn, Instant dataTime, Duration length, List<String> factorsAndValues) {
    Instant end = dataTime.plus(length);
    Instant first = end.plus(random.nextInt(9) == 0 ? hoursLater() : Duration.ofSeconds(40));
    came(mn, cn, dataTime, random.nextInt(30) == 0 ? null : first, factorsAndValues, first);
    if (random.nextInt(12) == 0) {
      Instant again = random.nextInt(4) == 0 ? first : first.plus(hoursLater());
      List<String> other = mn.equals(OUTFALL) ? water("44") : gas("31.5");
      came(mn, cn, dataTime, again, other, again.plus(Duration.ofMinutes(1)));
    }
  }

  private Duration hoursLater() {
    return Duration.ofMinutes(70 + random.nextInt(60 * 30));
  }

  private void came(
      String mn, String cn, Instant dataTime, Instant qn, List<String> values, Instant at) {
    String st = mn.equals(OUTFALL) ? "32" : "31";
    happenings.add(
        FrameCame.whole(
            new SentUpload(mn, st, cn, dataTime, qn, List.copyOf(values)), at.plusSeconds(3)));
  }

  /** Overlapping marks of both kinds, some changed, some taken back. */
  private void marks() {
    List<String> kinds =
        List.of("MAINTENANCE", "CALIBRATION", "STANDARD_CHECK", "STOPPED", "START_UP");
    for (int i = 0; i < 12; i++) {
      String mn = OUTLETS.get(random.nextInt(OUTLETS.size()));
      String kind = kinds.get(random.nextInt(kinds.size()));
      int versions = 1 + random.nextInt(3);
      for (int version = 1; version <= versions; version++) {
        Instant from = hour(random.nextInt(24 * FEW_DAYS)).plusSeconds(60L * random.nextInt(60));
        happenings.add(
            new MarkCame(
                new MarkRecord(
                    1,
                    mn,
                    "mark " + i,
                    random.nextInt(3) == 0 ? mn.equals(OUTFALL) ? "w01018" : "a21026" : null,
                    from,
                    from.plus(Duration.ofMinutes(10L + random.nextInt(300))),
                    kind,
                    random.nextInt(4) == 0 ? Mark.Origin.AUTOMATIC : Mark.Origin.MANUAL,
                    "operator",
                    "seeded",
                    hour(random.nextInt(24 * MANY_DAYS)).plusSeconds(i),
                    null,
                    version,
                    random.nextInt(5) == 0 ? Mark.State.WITHDRAWN : Mark.State.SET)));
      }
    }
  }

  /** Samples of all kinds, some at one moment and some over hours, changed and taken back. */
  private void samples() {
    for (int i = 0; i < 24; i++) {
      String mn = OUTLETS.get(random.nextInt(OUTLETS.size()));
      int versions = 1 + random.nextInt(3);
      for (int version = 1; version <= versions; version++) {
        happenings.add(new SampleCame(sample(mn, i, version)));
      }
    }
  }

  private SampleRecord sample(String mn, int number, int version) {
    boolean water = mn.equals(OUTFALL);
    SampleKind[] kinds = SampleKind.values();
    SampleKind kind =
        water && random.nextBoolean()
            ? SampleKind.MANUAL_SUBSTITUTE
            : kinds[random.nextInt(kinds.length)];
    Instant from = hour(random.nextInt(24 * FEW_DAYS)).plusSeconds(600L * random.nextInt(3));
    boolean grab = random.nextBoolean();
    return new SampleRecord(
        1,
        mn,
        "sample " + number,
        water ? "w01018" : "a21026",
        kind,
        from,
        grab ? null : from.plus(Duration.ofMinutes(10L + random.nextInt(400))),
        Decimal.of(20 + random.nextInt(35) + "." + random.nextInt(10)),
        water ? "mg/L" : "mg/m3",
        random.nextInt(6) == 0 ? SampleRecord.BELOW : null,
        !water && random.nextInt(3) == 0 ? CONVERTED : null,
        null,
        "station",
        "sampler",
        "seeded",
        hour(random.nextInt(24 * MANY_DAYS)).plusSeconds(number),
        null,
        random.nextInt(4) == 0 ? null : "officer",
        version,
        random.nextInt(6) == 0 ? Sample.State.WITHDRAWN : Sample.State.SET);
  }

  private Instant hour(int hour) {
    return start.plus(Duration.ofHours(hour));
  }

  /** Values about a limit of 35, with stretches that stand still, rise evenly or hit the range. */
  private final class Course {

    private final int range;
    private int left;
    private int kind;
    private int tenths;

    Course(int range) {
      this.range = range;
    }

    String next() {
      if (left == 0) {
        kind = random.nextInt(7);
        left = 4 + random.nextInt(6);
        tenths = 200 + random.nextInt(200);
      }
      left--;
      switch (kind) {
        case 0 -> tenths += 0;
        case 1 -> tenths += 5;
        case 2 -> tenths = 10 * range + random.nextInt(3);
        default -> tenths = 200 + random.nextInt(200);
      }
      return tenths / 10 + "." + tenths % 10;
    }
  }
}
