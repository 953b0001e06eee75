package io.touchline.streams;

import static io.touchline.domain.EmissionLimit.Basis.MEASURED;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.OutletRecord;
import io.touchline.contract.PermitsRecord;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile;
import io.touchline.domain.totals.PermittedAmount;
import io.touchline.domain.totals.TotalPeriod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Emitted mass added up, filled in and rolled up, through the whole journal. */
class AddMassTest {

  private static final String SO2 = "a21026";
  private static final List<String> OUTLETS =
      List.of("88888800000000000000AA01", "88888800000000000000AA02", "88888800000000000000AA03");

  private final JournalFixture journal = new JournalFixture();

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void anHourAddsItsMassToEverySumThatHoldsIt() {
    journal.outlet(outlet(0)).receive(frame(0, 5, "20", "100000", 0), Frames.at(6, 1));

    // 20 mg/m3 in 100,000 m3 are 2,000,000 mg.
    assertThat(sums())
        .isEqualTo(
            sums(
                "OUTLET|" + OUTLETS.get(0),
                "ENTERPRISE|E1",
                "REGION|630121",
                "REGION|630100",
                "REGION|630000"));
  }

  /** All sums of one hour of 2,000,000 mg on 2026-01-01 in these scopes. */
  private static Map<String, String> sums(String... scopes) {
    Map<String, String> sums = new TreeMap<>();
    for (String scope : scopes) {
      for (TotalPeriod period : TotalPeriod.values()) {
        sums.put(
            scope
                + '|'
                + SO2
                + '|'
                + period
                + '|'
                + ChinaTime.format(period.startOf(Frames.at(5, 0))),
            "2000000+0");
      }
    }
    return sums;
  }

  @Test
  void aCorrectionTakesTheOldMassBackEverywhere() {
    journal.outlet(outlet(0));
    journal.receive(frame(0, 5, "20", "100000", 0), Frames.at(6, 1));
    addUp();
    journal.receive(frame(0, 5, "30", "100000", 60), Frames.at(7, 1));

    assertThat(sum("REGION|630000", TotalPeriod.YEAR).massMg()).isEqualTo(3_000_000);
    assertThat(sum("REGION|630000", TotalPeriod.YEAR).revision()).isEqualTo(2);
    assertThat(sum("OUTLET|" + OUTLETS.get(0), TotalPeriod.DAY).massMg()).isEqualTo(3_000_000);
  }

  @Test
  void enterpriseSumsAreHeldAgainstThePermitOfTheYearAndTheDay() {
    List<PermittedAmount> permits =
        List.of(
            permit("0.01", PermittedAmount.Period.YEAR),
            permit("0.001", PermittedAmount.Period.DAY));
    journal.permits(PermitsRecord.of("E1", permits)).outlet(outlet(0)).outlet(outlet(1));
    journal.receive(frame(0, 5, "20", "100000", 0), Frames.at(6, 1));
    journal.receive(frame(1, 5, "10", "100000", 0), Frames.at(6, 1));

    assertThat(sum("ENTERPRISE|E1", TotalPeriod.YEAR).massMg()).isEqualTo(3_000_000);
    assertThat(sum("ENTERPRISE|E1", TotalPeriod.YEAR).permittedMg()).isEqualTo(10_000_000);
    assertThat(sum("ENTERPRISE|E1", TotalPeriod.YEAR).share()).hasToString("0.3");
    assertThat(sum("ENTERPRISE|E1", TotalPeriod.DAY).share()).hasToString("3");
    assertThat(sum("ENTERPRISE|E1", TotalPeriod.YEAR).outlets()).isEqualTo(2);
    assertThat(sum("ENTERPRISE|E1", TotalPeriod.MONTH).share()).isNull();
    assertThat(sum("REGION|630000", TotalPeriod.YEAR).permittedMg()).isNull();
  }

  @Test
  void aPermitThatComesLaterIsSaidOfTheSumsThatStand() {
    journal.outlet(outlet(0)).receive(frame(0, 5, "20", "100000", 0), Frames.at(6, 1));
    addUp();

    journal.permits(PermitsRecord.of("E1", List.of(permit("0.01", PermittedAmount.Period.YEAR))));

    assertThat(sum("ENTERPRISE|E1", TotalPeriod.YEAR).share()).hasToString("0.2");
    assertThat(sum("ENTERPRISE|E1", TotalPeriod.ROLLING_12M).share()).hasToString("0.2");
    assertThat(sum("ENTERPRISE|E1", TotalPeriod.DAY).revision()).isEqualTo(1);

    journal.permits(PermitsRecord.of("E1", List.of()));

    assertThat(sum("ENTERPRISE|E1", TotalPeriod.YEAR).permittedMg()).isNull();
  }

  @Test
  void sectorsAreSummedUpWithinTheirProvince() {
    journal.outlet(outlet(0).withSector("D4411")).outlet(outlet(1).withSector("D4430"));
    journal.outlet(outlet(2).withSector("C30"));
    for (int at = 0; at < OUTLETS.size(); at++) {
      journal.receive(frame(at, 5, "20", "100000", 0), Frames.at(6, 1));
    }

    assertThat(sum("SECTOR|630000/D44", TotalPeriod.YEAR).massMg()).isEqualTo(4_000_000);
    assertThat(sum("SECTOR|630000/D44", TotalPeriod.YEAR).outlets()).isEqualTo(2);
    assertThat(sum("SECTOR|630000/D4411", TotalPeriod.DAY).massMg()).isEqualTo(2_000_000);
    assertThat(sum("SECTOR|630000/C30", TotalPeriod.ROLLING_12M).massMg()).isEqualTo(2_000_000);

    journal.outlet(outlet(0).withSector("C3011"));

    assertThat(sum("SECTOR|630000/D44", TotalPeriod.YEAR).massMg()).isEqualTo(2_000_000);
    assertThat(sum("SECTOR|630000/D4411", TotalPeriod.YEAR).outlets()).isZero();
    assertThat(sum("SECTOR|630000/C30", TotalPeriod.YEAR).massMg()).isEqualTo(4_000_000);
  }

  @Test
  void metersOfElectricityAreSummedUpInWattHoursAndHeldAgainstCaps() {
    PermittedAmount cap =
        new PermittedAmount(
            "N1",
            "d2*",
            Decimal.of("0.00005"),
            PermittedAmount.Period.DAY,
            LocalDate.of(2020, 1, 1),
            null);
    journal.permits(PermitsRecord.of("E1", List.of(cap)));
    String meter = OUTLETS.get(0);
    journal.outlet(
        JournalFixture.of(
                "E1",
                JournalFixture.outlet(meter, Medium.ENERGY, OutletProfile.Judge.REPORTED, null),
                "630121")
            .withSector("D4411"));
    for (int hour = 5; hour < 30; hour += 24) {
      journal.receive(
          Frames.writer(
                  meter,
                  "2061",
                  Frames.at(hour, 0),
                  Frames.at(hour + 1, 1),
                  "d20001",
                  "Cou=41.2505,Flag=N",
                  "d20002",
                  "Rtd=7,Cou=10,Flag=N",
                  "d30001",
                  "Cou=3,Flag=N")
              .st("44")
              .toFrame(),
          Frames.at(hour + 1, 1));
      addUp();
    }
    addUp();

    String day = "|DAY|2026-01-01T00:00:00+08:00";
    assertThat(sums())
        .containsEntry("OUTLET|" + meter + "|d2*" + day, "51250+0")
        .containsEntry("OUTLET|" + meter + "|d3*" + day, "3000+0")
        .containsEntry("SECTOR|630000/D4411|d2*" + day, "51250+0")
        .containsEntry("REGION|630000|d2*|YEAR|2026-01-01T00:00:00+08:00", "102500+0");
    assertThat(journal.totals).allMatch(total -> total.unit().equals("Wh"));
    assertThat(journal.exceedances)
        .filteredOn(record -> record.mn().equals("E1"))
        .extracting(record -> record.worst() + " " + record.limit().unit())
        .contains("0.00005125 GWh");
  }

  @Test
  void twelveMonthsOfAnEnterpriseHoldWhatAnOutletEmittedThatStandsStillSince() {
    int march = 59 * 24;
    journal.outlet(outlet(0)).outlet(outlet(1));
    journal.receive(frame(0, 5, "20", "100000", 0), Frames.at(6, 1));
    journal.receive(frame(1, 5, "10", "100000", 0), Frames.at(6, 1));
    journal.receive(frame(1, march, "10", "100000", 0), Frames.at(march + 1, 1));

    String twelve = "ENTERPRISE|E1|" + SO2 + "|ROLLING_12M|";
    assertThat(sums())
        .containsEntry(twelve + "2025-02-01T00:00:00+08:00", "3000000+0")
        .containsEntry(twelve + "2025-04-01T00:00:00+08:00", "4000000+0")
        .doesNotContainKey(twelve + "2025-03-01T00:00:00+08:00");
  }

  @Test
  void anOutletThatMovesToAnotherRegionTakesItsMassAlong() {
    journal.outlet(outlet(0)).receive(frame(0, 5, "20", "100000", 0), Frames.at(6, 1));
    addUp();

    journal.outlet(JournalFixture.of("E1", outlet(0), "630200"));

    assertThat(sum("REGION|630100", TotalPeriod.YEAR).massMg()).isZero();
    assertThat(sum("REGION|630100", TotalPeriod.YEAR).outlets()).isZero();
    assertThat(sum("REGION|630200", TotalPeriod.YEAR).massMg()).isEqualTo(2_000_000);
    assertThat(sum("REGION|630000", TotalPeriod.YEAR).massMg()).isEqualTo(2_000_000);
  }

  @Test
  void hoursOfASecondAreOneRevisionOfEverySum() {
    journal.outlet(outlet(0)).outlet(outlet(1));
    for (int hour = 5; hour < 15; hour++) {
      journal.receive(frame(0, hour, "20", "100000", 0), Frames.at(hour + 1, 1));
      journal.receive(frame(1, hour, "10", "100000", 0), Frames.at(hour + 1, 1));
    }

    assertThat(sum("OUTLET|" + OUTLETS.get(0), TotalPeriod.DAY).massMg()).isEqualTo(20_000_000);
    assertThat(sum("REGION|630000", TotalPeriod.ROLLING_12M).massMg()).isEqualTo(30_000_000);
    assertThat(journal.totals).allMatch(total -> total.revision() == 1);
  }

  @Test
  void aMonthThatChangesLateChangesTheTwelveMonthsAfterIt() {
    journal.outlet(outlet(0)).receive(frame(0, 5, "20", "100000", 0), Frames.at(6, 1));
    for (int day : List.of(31, 59, 90)) {
      journal.receive(frame(0, day * 24 + 5, "10", "100000", 0), Frames.at(day * 24 + 6, 1));
      addUp();
    }

    journal.receive(frame(0, 6, "30", "100000", 60), Frames.at(90 * 24 + 7, 1));

    String twelve = "OUTLET|" + OUTLETS.get(0) + '|' + SO2 + "|ROLLING_12M|";
    assertThat(sums())
        .containsEntry(twelve + "2025-02-01T00:00:00+08:00", "5000000+0")
        .containsEntry(twelve + "2025-03-01T00:00:00+08:00", "6000000+0")
        .containsEntry(twelve + "2025-05-01T00:00:00+08:00", "8000000+0");
  }

  @Test
  void anOutletWhoseMassIsAllTakenBackIsInNoSum() {
    journal.outlet(outlet(0)).outlet(outlet(1));
    journal.receive(frame(0, 5, "20", "100000", 0), Frames.at(6, 1));
    journal.receive(frame(1, 5, "10", "100000", 0), Frames.at(6, 1));

    journal.receive(frame(1, 5, "10", "100000", 60, "D"), Frames.at(7, 1));

    assertThat(sum("REGION|630000", TotalPeriod.DAY).massMg()).isEqualTo(2_000_000);
    assertThat(sum("REGION|630000", TotalPeriod.DAY).outlets()).isEqualTo(1);
  }

  @Test
  void twelveMonthsThatEndWithAMonthWhoseMassIsAllTakenBackHaveNone() {
    int february = 31 * 24;
    journal.outlet(outlet(0)).receive(frame(0, 5, "20", "100000", 0), Frames.at(6, 1));
    Instant last = Frames.at(february + 1, 1);
    journal.receive(frame(0, february, "10", "100000", 0), last);
    addUp();

    journal.receive(frame(0, february, "10", "100000", 60, "D"), last.plusSeconds(3600));

    String key = "OUTLET|" + OUTLETS.get(0) + '|' + SO2 + "|ROLLING_12M|2025-03-01T00:00:00+08:00";
    assertThat(sums()).containsEntry(key, "0+0");
  }

  @Test
  void invalidHoursAreFilledWithTheMaximumWhenTheirDayHasEnded() {
    journal.outlet(outlet(0));
    for (int hour = 0; hour < 24 * 12; hour++) {
      String flag = hour == 250 ? "D" : "N";
      String value = hour == 100 ? "50" : "20";
      journal.receive(frame(0, hour, value, "100000", 0, flag), Frames.at(hour + 1, 1));
      if (hour == 251) {
        assertThat(sum("OUTLET|" + OUTLETS.get(0), TotalPeriod.MONTH).substitutedMg()).isZero();
      }
    }

    journal.endOfInput();

    // Capture 263 of 264 hours: the maximum of the last 180 measured hours before the failure.
    assertThat(sum("OUTLET|" + OUTLETS.get(0), TotalPeriod.MONTH).substitutedMg())
        .isEqualTo(5_000_000);
    assertThat(sum("REGION|630000", TotalPeriod.YEAR).substitutedMg()).isEqualTo(5_000_000);
    assertThat(sum("REGION|630000", TotalPeriod.YEAR).massMg())
        .isEqualTo((24L * 12 - 2) * 2_000_000 + 5_000_000);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void sumsAreThoseOfANaiveSumToTheMilligramInWhateverOrder(long seed) {
    Random random = new Random(seed);
    List<byte[]> frames = new ArrayList<>();
    Map<String, Long> naive = new HashMap<>();
    for (int hour = 0; hour < 24 * 50; hour += 1 + random.nextInt(3)) {
      for (int outlet = 0; outlet < OUTLETS.size(); outlet++) {
        long milligrams = 0;
        for (int upload = 0; upload <= random.nextInt(2); upload++) {
          String value = random.nextInt(60) + "." + random.nextInt(100);
          String volume = Integer.toString(90_000 + random.nextInt(20_000));
          frames.add(frame(outlet, hour, value, volume, upload * 60));
          milligrams =
              new BigDecimal(value)
                  .multiply(new BigDecimal(volume))
                  .setScale(0, RoundingMode.HALF_EVEN)
                  .longValueExact();
        }
        naive.merge("REGION|630000", milligrams, Long::sum);
        naive.merge("OUTLET|" + OUTLETS.get(outlet), milligrams, Long::sum);
      }
    }
    Map<String, String> inOrder = after(frames);
    List<byte[]> shuffled = new ArrayList<>(frames);
    shuffled.addAll(frames.subList(0, frames.size() / 3));
    Collections.shuffle(shuffled, random);

    assertThat(after(shuffled)).isEqualTo(inOrder);
    naive.forEach(
        (scope, milligrams) ->
            assertThat(inOrder.get(scope + '|' + SO2 + "|YEAR|2026-01-01T00:00:00+08:00"))
                .as(scope)
                .startsWith(milligrams + "+"));
  }

  private static Map<String, String> after(List<byte[]> frames) {
    try (JournalFixture other = new JournalFixture()) {
      for (int outlet = 0; outlet < OUTLETS.size(); outlet++) {
        other.outlet(outlet(outlet));
      }
      frames.forEach(frame -> other.receive(frame, Frames.at(24 * 51, 0)));
      other.endOfInput();
      return sums(other);
    }
  }

  private Map<String, String> sums() {
    addUp();
    return sums(journal);
  }

  private static Map<String, String> sums(JournalFixture journal) {
    Map<String, String> sums = new TreeMap<>();
    journal.totals.forEach(
        total -> sums.put(total.key(), total.massMg() + "+" + total.substitutedMg()));
    return sums;
  }

  /** Sums are published by the clock: those of outlets, and then those above them. */
  private void addUp() {
    journal.pass(Duration.ofSeconds(1)).pass(Duration.ofSeconds(1));
  }

  private TotalRecord sum(String scope, TotalPeriod period) {
    addUp();
    String key =
        scope + '|' + SO2 + '|' + period + '|' + ChinaTime.format(period.startOf(Frames.at(5, 0)));
    return journal.totals.stream()
        .filter(total -> total.key().equals(key))
        .reduce((a, b) -> b)
        .orElseThrow(() -> new AssertionError("no sum " + key));
  }

  private static byte[] frame(int outlet, int hour, String so2, String volume, int laterMinutes) {
    return frame(outlet, hour, so2, volume, laterMinutes, "N");
  }

  private static byte[] frame(
      int outlet, int hour, String so2, String volume, int laterMinutes, String flag) {
    Instant sent = Frames.at(hour + 1, 1).plusSeconds(laterMinutes * 60L);
    return Frames.upload(
        OUTLETS.get(outlet),
        "2061",
        Frames.at(hour, 0),
        sent,
        SO2,
        "Avg=" + so2 + ",Flag=" + flag,
        "a00000",
        "Avg=27,Cou=" + volume + ",Flag=N");
  }

  private static PermittedAmount permit(String tonnes, PermittedAmount.Period period) {
    return new PermittedAmount(
        "P1", SO2, Decimal.of(tonnes), period, LocalDate.of(2020, 1, 1), null);
  }

  private static OutletRecord outlet(int at) {
    return JournalFixture.of(
        "E1",
        JournalFixture.outlet(
            OUTLETS.get(at),
            Medium.AIR,
            OutletProfile.Judge.REPORTED,
            null,
            JournalFixture.hourLimit(SO2, "35", MEASURED)),
        "630121");
  }
}
