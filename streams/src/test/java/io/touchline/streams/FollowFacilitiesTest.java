package io.touchline.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.OutletRecord;
import io.touchline.contract.QualityRecord;
import io.touchline.contract.QualityRecord.Kind;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile;
import io.touchline.domain.facility.Facility;
import io.touchline.domain.facility.Feed;
import io.touchline.domain.facility.Inlet;
import io.touchline.domain.facility.Treatment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Treatment of one outlet, its inlet on the same logger or another, through the whole journal. */
class FollowFacilitiesTest {

  private static final String SO2 = "a21026";
  private static final String FLOW = "a00000";
  private static final String INLET_MN = "010000A8900016F000169DC1";
  private static final Inlet OF_THE_PROCESS = new Inlet(SO2, null, null);
  private static final Facility TOWER = facility("SB1", "tower", Facility.Kind.TREATMENT);
  private static final Facility DAMPER = facility("SB2", "damper", Facility.Kind.BYPASS);
  private static final Facility SINTER = facility("SB3", "sinter", Facility.Kind.PRODUCTION);

  private final JournalFixture journal = new JournalFixture();

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void anHourBelowTheRequirementIsTold() {
    journal.outlet(stack(List.of(), OF_THE_PROCESS));
    hours(0, 3, "100");
    inletHours(0, 2, "1000");
    inletHours(2, 3, "400");

    assertThat(standing())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.kind()).isEqualTo(Kind.REMOVAL_TOO_LOW);
              assertThat(found.factor()).isEqualTo(SO2);
              assertThat(found.from()).isEqualTo(Frames.at(0, 0));
              assertThat(found.to()).isEqualTo(Frames.at(24, 0));
              assertThat(found.score()).hasToString("0.3333");
              assertThat(found.detail())
                  .isEqualTo(
                      "87.5 % taken out of a day, 80 % required; 1 of 3 hours below, the least 75 %");
              assertThat(found.evidence())
                  .containsEntry("worstHour", "2026-01-01T02:00:00+08:00")
                  .containsEntry("basis", "CONCENTRATION")
                  .containsEntry("in", "800")
                  .containsEntry("out", "100");
              assertThat(found.evidence().get("rule")).endsWith("needs check");
            });
  }

  @Test
  void theInletIsNoDatumOfTheOutlet() {
    journal.outlet(stack(List.of(), OF_THE_PROCESS));
    hours(0, 1, "100");
    inletHours(0, 1, "1000");

    assertThat(journal.hour(0, SO2).value()).hasToString("100");
    assertThat(journal.hour(0, "a21026-in").value()).hasToString("1000");
    assertThat(journal.hour(0, "a21026-in").unit()).isEqualTo("mg/m3");
    assertThat(journal.totals).noneMatch(total -> total.factor().endsWith("-in"));
    assertThat(journal.quality).isEmpty();
  }

  @Test
  void theInletDoesNotStandInForAnHourOfTheOutletThatHasNotCome() {
    journal.outlet(stack(List.of(), OF_THE_PROCESS));
    hours(0, 2, "100");
    inletHours(0, 4, "1000");
    hours(4, 6, "100");

    assertThat(journal.quality)
        .filteredOn(found -> found.kind() == Kind.GAP)
        .first()
        .satisfies(
            gap -> {
              assertThat(gap.from()).isEqualTo(Frames.at(2, 0));
              assertThat(gap.evidence()).containsEntry("level", "HOUR");
            });
  }

  @Test
  void aProcessThatIsNotRegisteredStaysWhatItSays() {
    journal.outlet(stack(List.of(TOWER)));
    inletHours(0, 1, "100");

    assertThat(journal.hour(0, SO2).value()).hasToString("100");
  }

  @Test
  void anInletUnderACodeAndAUnitOfItsOwnIsReadAsRegistered() {
    journal.outlet(stack(List.of(), new Inlet(SO2, "g30101", "g/m3")));
    hours(0, 1, "300");
    journal.receiveHour(0, "g30101", "Avg=1,Flag=N");

    assertThat(standing())
        .singleElement()
        .satisfies(found -> assertThat(found.evidence()).containsEntry("percent", "70"));
  }

  @Test
  void aCorrectedInletTakesTheFindingBack() {
    journal.outlet(stack(List.of(), OF_THE_PROCESS));
    hours(0, 1, "100");
    inletHours(0, 1, "400");
    assertThat(standing()).hasSize(1);

    journal.receive(process(0, Frames.at(5, 0), "1000"), Frames.at(5, 0));

    assertThat(standing()).isEmpty();
    assertThat(journal.quality)
        .filteredOn(found -> found.kind() == Kind.REMOVAL_TOO_LOW)
        .last()
        .matches(QualityRecord::withdrawn);
  }

  @Test
  void hoursInWhichHardlyAnythingFlowsHaveNoEfficiency() {
    journal.outlet(stack(List.of(), OF_THE_PROCESS));
    for (int hour = 0; hour < 30; hour++) {
      outletHour(hour, hour == 28 ? "5" : "100", hour == 28 ? "10" : "100");
      inletHours(hour, hour + 1, hour == 28 ? "12" : "1000");
    }

    assertThat(standing()).isEmpty();
  }

  @Test
  void aTowerThatStandsWhileTheFlowIsUsualIsTold() {
    journal.outlet(stack(List.of(TOWER)));
    hours(0, 30, "100");
    states(30, 0, "SB1", "1");
    states(30, 30, "SB1", "0");
    states(31, 15, "SB1", "1");
    hours(30, 32, "100");

    assertThat(standing())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.kind()).isEqualTo(Kind.TREATMENT_OFF);
              assertThat(found.factor()).isEqualTo("SB1");
              assertThat(found.from()).isEqualTo(Frames.at(30, 30));
              assertThat(found.to()).isEqualTo(Frames.at(31, 15));
              assertThat(found.detail())
                  .isEqualTo("tower stood still for 45 minutes while production ran");
              assertThat(found.evidence())
                  .containsEntry("minutes", "45")
                  .containsEntry("flow", "100")
                  .containsEntry("usualFlow", "100")
                  .containsKey("frame");
            });
  }

  @Test
  void aTowerMayStandWhenNothingIsProduced() {
    journal.outlet(stack(List.of(TOWER)));
    hours(0, 30, "100");
    for (int hour = 30; hour < 34; hour++) {
      states(hour, 0, "SB1", "0");
      outletHour(hour, "100", "9");
    }

    assertThat(standing()).isEmpty();
  }

  @Test
  void theStateOfProductionSaysSoToo() {
    journal.outlet(stack(List.of(TOWER, SINTER)));
    states(0, 0, "SB1", "3", "SB3", "1");
    states(0, 40, "SB1", "1", "SB3", "1");
    outletHour(0, "100", "0");

    assertThat(standing())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.from()).isEqualTo(Frames.at(0, 0));
              assertThat(found.to()).isEqualTo(Frames.at(0, 40));
            });
  }

  @Test
  void anOpenBypassIsTold() {
    journal.outlet(stack(List.of(TOWER, DAMPER, SINTER)));
    states(0, 10, "SB1", "1", "SB2", "1", "SB3", "1");
    states(0, 35, "SB1", "1", "SB2", "0", "SB3", "1");
    outletHour(0, "100", "100");

    assertThat(standing())
        .extracting(QualityRecord::detail)
        .containsExactly("damper was open for 25 minutes while production ran");
  }

  @Test
  void ofADayWithoutStatesTheHoursOfRunningAreHeldAgainstTheFlow() {
    journal.outlet(stack(List.of(TOWER)));
    hours(0, 48, "100");
    journal.receive(
        Frames.upload(Frames.MN, "2041", Frames.at(24, 0), Frames.at(48, 5), "SB1", "RT=20.5"),
        Frames.at(48, 5));

    assertThat(standing())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.from()).isEqualTo(Frames.at(24, 0));
              assertThat(found.to()).isEqualTo(Frames.at(48, 0));
              assertThat(found.evidence())
                  .containsEntry("minutes", "210")
                  .containsEntry("hoursOfDay", "20.5");
            });
  }

  @Test
  void electricityOf2025SaysWhatRuns() {
    journal.outlet(stack(List.of(facility("d30001", "pumps", Facility.Kind.TREATMENT))));
    for (int hour = 0; hour < 30; hour++) {
      journal.receive(
          Frames.writer(
                  Frames.MN,
                  "2061",
                  Frames.at(hour, 0),
                  Frames.at(hour + 1, 1),
                  "d30001",
                  hour == 28 ? "Avg=0.5,Flag=N" : "Avg=80,Flag=N")
              .st("44")
              .toFrame(),
          Frames.at(hour + 1, 1));
      outletHour(hour, "100", "100");
    }

    assertThat(standing())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.from()).isEqualTo(Frames.at(28, 0));
              assertThat(found.to()).isEqualTo(Frames.at(29, 0));
            });
  }

  @Test
  void theConditionOf2025SaysThatProductionRuns() {
    journal.outlet(stack(List.of(TOWER, facility("p99101", "line", Facility.Kind.PRODUCTION))));
    states(0, 0, "SB1", "0");
    journal.receive(
        Frames.writer(Frames.MN, "2011", Frames.at(0, 0), Frames.at(0, 0), "p99101", "Rtd=N")
            .st("45")
            .toFrame(),
        Frames.at(0, 0));
    outletHour(0, "100", "0");

    assertThat(standing()).extracting(QualityRecord::kind).containsExactly(Kind.TREATMENT_OFF);
  }

  @Test
  void aRegistryThatNoLongerNamesATowerTakesItsFindingsBack() {
    journal.outlet(stack(List.of(TOWER, SINTER)));
    states(0, 0, "SB1", "0", "SB3", "1");
    outletHour(0, "100", "100");
    assertThat(standing()).hasSize(1);

    journal.outlet(stack(List.of(SINTER)));

    assertThat(standing()).isEmpty();
  }

  @Test
  void anOutletWithoutTreatmentIsNotLookedAt() {
    journal.outlet(stack(List.of()).withTreatment(null));
    states(0, 0, "SB1", "0", "SB3", "1");
    outletHour(0, "100", "100");

    assertThat(standing()).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void whatStandsAtTheEndDoesNotDependOnTheOrderOfFrames(long seed) {
    Random random = new Random(seed);
    List<byte[]> frames = new ArrayList<>();
    for (int hour = 0; hour < 24 * 5; hour++) {
      frames.add(
          Frames.hour(
              hour, values("10" + random.nextInt(10), random.nextInt(6) == 0 ? "8" : "100")));
      if (random.nextInt(10) > 0) {
        frames.add(process(hour, Frames.at(hour + 1, 1), random.nextInt(6) == 0 ? "400" : "900"));
      }
      for (int minute = 0; minute < 60; minute += 15) {
        frames.add(
            state(
                hour,
                minute,
                "SB1",
                random.nextInt(8) == 0 ? "0" : "1",
                "SB2",
                random.nextInt(20) == 0 ? "1" : "0"));
      }
      if (hour % 24 == 0) {
        frames.add(
            Frames.upload(
                Frames.MN, "2041", Frames.at(hour, 0), Frames.at(hour + 24, 5), "SB4", "RT=9"));
      }
    }
    Map<String, String> inOrder = standingAfter(frames);
    List<byte[]> shuffled = new ArrayList<>(frames);
    shuffled.addAll(frames.subList(0, 100));
    Collections.shuffle(shuffled, random);

    assertThat(standingAfter(shuffled)).isEqualTo(inOrder);
    assertThat(inOrder.keySet()).anyMatch(key -> key.startsWith("REMOVAL_TOO_LOW"));
    assertThat(inOrder.keySet()).anyMatch(key -> key.startsWith("TREATMENT_OFF|SB1"));
    assertThat(inOrder.keySet()).anyMatch(key -> key.startsWith("TREATMENT_OFF|SB4"));
  }

  private static Map<String, String> standingAfter(List<byte[]> frames) {
    try (JournalFixture other = new JournalFixture()) {
      other.outlet(
          stack(
              List.of(TOWER, DAMPER, facility("SB4", "filter", Facility.Kind.TREATMENT)),
              OF_THE_PROCESS));
      frames.forEach(frame -> other.receive(frame, Frames.at(24 * 6, 0)));
      other.endOfInput();
      Map<String, String> standing = new TreeMap<>();
      for (QualityRecord found : standing(other)) {
        standing.put(
            found.kind() + "|" + found.factor() + "|" + found.from(),
            found.to() + " " + found.score() + " " + found.evidence());
      }
      return standing;
    }
  }

  @Test
  void inletOnALoggerOfItsOwnIsPairedWithTheOutlet() {
    journal.outlet(behind(INLET_MN)).outlet(before(Frames.MN));
    hours(0, 2, "100");
    otherLogger(journal, 0, "1000", "N");
    otherLogger(journal, 1, "400", "N");

    assertThat(standing())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.mn()).isEqualTo(Frames.MN);
              assertThat(found.detail())
                  .isEqualTo(
                      "85.7143 % taken out of a day, 80 % required; 1 of 2 hours below, the least"
                          + " 75 %");
              assertThat(found.evidence()).containsEntry("in", "700").containsEntry("out", "100");
            });
    assertThat(journal.means)
        .filteredOn(mean -> mean.mn().equals(Frames.MN))
        .isNotEmpty()
        .allSatisfy(mean -> assertThat(mean.factors()).containsOnlyKeys(FLOW, SO2));
  }

  @Test
  void whatIsNotValidBeforeTreatmentOrIsCorrectedTakesTheFindingBack() {
    journal.outlet(behind(INLET_MN)).outlet(before(Frames.MN));
    hours(0, 1, "100");
    otherLogger(journal, 0, "400", "N");
    assertThat(standing()).hasSize(1);

    journal.receive(other(0, Frames.at(5, 0), "400", "C"), Frames.at(5, 0));
    assertThat(standing()).isEmpty();

    journal.receive(other(0, Frames.at(6, 0), "300", "N"), Frames.at(6, 0));
    assertThat(standing())
        .singleElement()
        .satisfies(found -> assertThat(found.evidence()).containsEntry("percent", "66.6667"));
  }

  @Test
  void pairThatEndsTakesItsFindingsWithIt() {
    journal.outlet(behind(INLET_MN)).outlet(before(Frames.MN));
    hours(0, 1, "100");
    otherLogger(journal, 0, "400", "N");
    assertThat(standing()).hasSize(1);

    journal.outlet(JournalFixture.outlet(INLET_MN, Medium.AIR, OutletProfile.Judge.REPORTED, null));

    assertThat(standing()).isEmpty();
  }

  @Test
  void whatIsMeasuredBeforeAnotherOutletsTreatmentIsNotEmittedByItsEnterprise() {
    journal.outlet(behind(INLET_MN)).outlet(before(Frames.MN));
    journal.receive(
        Frames.upload(
            INLET_MN,
            "2061",
            Frames.at(0, 0),
            Frames.at(1, 1),
            SO2,
            "Avg=400,Flag=N",
            FLOW,
            "Avg=1,Cou=3600,Flag=N"),
        Frames.at(1, 1));
    journal.endOfInput();

    assertThat(journal.totals)
        .isNotEmpty()
        .allSatisfy(total -> assertThat(total.id()).isEqualTo(INLET_MN));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void twoLoggersInAnyOrderLeaveTheSameFindings(long seed) {
    Random random = new Random(seed);
    List<Consumer<JournalFixture>> events = new ArrayList<>();
    for (int hour = 0; hour < 24 * 3; hour++) {
      int at = hour;
      String in = random.nextInt(4) == 0 ? "400" : "900";
      String flag = random.nextInt(6) == 0 ? "D" : "N";
      String out = Integer.toString(90 + random.nextInt(20));
      events.add(
          one ->
              one.receive(
                  Frames.hour(at, SO2, "Avg=" + out + ",Flag=N", FLOW, "Avg=100,Flag=N"),
                  Frames.at(24 * 6, 0)));
      events.add(
          one -> one.receive(other(at, Frames.at(at + 1, 1), in, flag), Frames.at(24 * 6, 0)));
    }
    events.add(one -> one.outlet(behind(INLET_MN)));
    events.add(one -> one.outlet(before(Frames.MN)));
    Map<String, String> inOrder = afterAll(events);
    List<Consumer<JournalFixture>> shuffled = new ArrayList<>(events);
    shuffled.addAll(events.subList(0, 40));
    Collections.shuffle(shuffled, random);

    assertThat(afterAll(shuffled)).isEqualTo(inOrder);
    assertThat(inOrder).hasSize(3);
  }

  private static Map<String, String> afterAll(List<Consumer<JournalFixture>> events) {
    try (JournalFixture other = new JournalFixture()) {
      events.forEach(event -> event.accept(other));
      other.endOfInput();
      Map<String, String> standing = new TreeMap<>();
      for (QualityRecord found : standing(other)) {
        standing.put(
            found.kind() + "|" + found.mn() + "|" + found.factor() + "|" + found.from(),
            found.to() + " " + found.score() + " " + found.evidence());
      }
      return standing;
    }
  }

  private static OutletRecord behind(String inlet) {
    return stack(List.of(), Inlet.of(inlet, SO2));
  }

  private static OutletRecord before(String outlet) {
    return JournalFixture.outlet(INLET_MN, Medium.AIR, OutletProfile.Judge.REPORTED, null)
        .withTreatment(new Treatment(List.of(), List.of(), List.of(new Feed(outlet, SO2))));
  }

  private static void otherLogger(JournalFixture journal, int hour, String so2, String flag) {
    journal.receive(other(hour, Frames.at(hour + 1, 1), so2, flag), Frames.at(hour + 1, 1));
  }

  private static byte[] other(int hour, Instant sentAt, String so2, String flag) {
    return Frames.upload(
        INLET_MN, "2061", Frames.at(hour, 0), sentAt, SO2, "Avg=" + so2 + ",Flag=" + flag);
  }

  private List<QualityRecord> standing() {
    return standing(journal);
  }

  private static List<QualityRecord> standing(JournalFixture journal) {
    Map<String, QualityRecord> last = new TreeMap<>();
    for (QualityRecord found : journal.quality) {
      if (found.source().equals("facilities")) {
        last.put(found.kind() + "|" + found.factor() + "|" + found.from(), found);
      }
    }
    return last.values().stream().filter(found -> !found.withdrawn()).toList();
  }

  private void hours(int from, int to, String so2) {
    for (int hour = from; hour < to; hour++) {
      outletHour(hour, so2, "100");
    }
  }

  private void outletHour(int hour, String so2, String flow) {
    journal.receiveHour(hour, values(so2, flow));
  }

  private void inletHours(int from, int to, String so2) {
    for (int hour = from; hour < to; hour++) {
      journal.receive(process(hour, Frames.at(hour + 1, 1), so2), Frames.at(hour + 1, 1));
    }
  }

  private void states(int hour, int minute, String... facilitiesAndStates) {
    journal.receive(state(hour, minute, facilitiesAndStates), Frames.at(hour, minute));
  }

  private static String[] values(String so2, String flow) {
    return new String[] {SO2, "Avg=" + so2 + ",Flag=N", FLOW, "Avg=" + flow + ",Flag=N"};
  }

  /** An hour of the process before the outlet: ST 51 with the factor's own code. */
  private static byte[] process(int hour, Instant sentAt, String so2) {
    return Frames.writer(
            Frames.MN, "2061", Frames.at(hour, 0), sentAt, SO2, "Avg=" + so2 + ",Flag=N")
        .st("51")
        .toFrame();
  }

  private static byte[] state(int hour, int minute, String... facilitiesAndStates) {
    String[] values = facilitiesAndStates.clone();
    for (int i = 1; i < values.length; i += 2) {
      values[i] = "RS=" + values[i];
    }
    Instant at = Frames.at(hour, minute);
    return Frames.upload(Frames.MN, "2021", at, at, values);
  }

  private static Facility facility(String code, String name, Facility.Kind kind) {
    return new Facility(code, name, kind, LocalDate.of(2020, 1, 1), null);
  }

  private static OutletRecord stack(List<Facility> facilities, Inlet... inlets) {
    return JournalFixture.outlet(Frames.MN, Medium.AIR, OutletProfile.Judge.REPORTED, null)
        .withTreatment(new Treatment(facilities, List.of(inlets)));
  }
}
