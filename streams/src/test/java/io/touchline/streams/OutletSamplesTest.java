package io.touchline.streams;

import static io.touchline.domain.EmissionLimit.Basis.MEASURED;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.MarkRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.QualityRecord;
import io.touchline.contract.QualityRecord.Kind;
import io.touchline.contract.SampleRecord;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.Averaging;
import io.touchline.domain.Decimal;
import io.touchline.domain.Mark;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile;
import io.touchline.domain.sample.Sample;
import io.touchline.domain.sample.SampleKind;
import io.touchline.domain.totals.Scope;
import io.touchline.domain.totals.TotalPeriod;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What samples tell and what they stand in for, whenever they become known. */
class OutletSamplesTest {

  private static final String SO2 = "a21026";
  private static final String COD = "w01018";
  private static final Duration MOMENT = Duration.ofSeconds(2);

  private final JournalFixture journal = new JournalFixture();

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void aSampleIsHeldAgainstTheHourOfItsTime() {
    journal.outlet(stack()).receiveHour(8, SO2, "Avg=30,Flag=N").sample(gas("28"));

    QualityRecord found = told(Kind.SAMPLE_AGREES);

    assertThat(found.from()).isEqualTo(at(8, 30));
    assertThat(found.factor()).isEqualTo(SO2);
    assertThat(found.detail())
        .isEqualTo(
            "the sample says 28 mg/m3, the monitor 30 mg/m3: 2 mg/m3, allowed are ±17 mg/m3");
    assertThat(found.evidence())
        .containsEntry("sample", "S1")
        .containsEntry("version", "1")
        .containsEntry("taken", "SUPERVISORY")
        .containsEntry("parts", "1 HOURS")
        .containsEntry("laboratory", "station")
        .containsEntry("clause", "HJ 75-2017 accuracy by reference method SO2, needs check");
    assertThat(standing()).hasSize(1);
  }

  @Test
  void itsMinutesComeBeforeItsHour() {
    journal.outlet(stack()).receiveHour(8, SO2, "Avg=30,Flag=N");
    journal.receive(Frames.minute(8, 30, SO2, "Avg=50,Flag=N"), at(9, 30)).sample(gas("28"));

    assertThat(told(Kind.SAMPLE_DIFFERS).evidence()).containsEntry("error", "22 mg/m3");
  }

  @Test
  void dataThatComeLaterReviseTheComparison() {
    journal.outlet(stack()).sample(gas("28"));
    assertThat(told(Kind.SAMPLE_ALONE).detail())
        .isEqualTo(
            "the sample says 28 mg/m3: valid are 0 of 1 minutes and 0 of 1 hours of its time");

    journal.receiveHour(8, SO2, "Avg=50,Flag=N").pass(MOMENT);
    assertThat(standing().keySet()).containsExactly(Kind.SAMPLE_DIFFERS);

    journal
        .receive(
            Frames.upload(Frames.MN, "2061", at(8, 0), at(12, 0), SO2, "Avg=29,Flag=N"), at(12, 1))
        .pass(MOMENT);
    assertThat(standing().keySet()).containsExactly(Kind.SAMPLE_AGREES);
    assertThat(told(Kind.SAMPLE_AGREES).evidence()).containsEntry("automatic", "29 mg/m3");
  }

  @Test
  void anHourThatIsMarkedInvalidIsNoComparison() {
    journal.outlet(stack()).receiveHour(8, SO2, "Avg=30,Flag=N").sample(gas("28"));

    journal.mark(maintenance()).pass(MOMENT);

    assertThat(standing().keySet()).containsExactly(Kind.SAMPLE_ALONE);
  }

  @Test
  void aSampleAboveTheLimitIsToldAndOpensNoEpisode() {
    journal
        .outlet(stack(JournalFixture.hourLimit(SO2, "35", MEASURED)))
        .receiveHour(8, SO2, "Avg=34,Flag=N")
        .sample(gas("42"));

    QualityRecord found = told(Kind.SAMPLE_EXCEEDS);

    assertThat(found.detail())
        .isEqualTo("the sample says 42 mg/m3, the limit 35 mg/m3; by itself it proves nothing");
    assertThat(found.evidence())
        .containsEntry("multiple", "0.2")
        .containsEntry("clause", "permit 2026-1 table 3")
        .containsEntry("averaging", "HOUR")
        .doesNotContainKey("use");
    assertThat(journal.exceedances).isEmpty();
    assertThat(journal.means).hasSize(1);
  }

  @Test
  void whetherAnInspectorsSampleMayBeUsedAloneNeedsACheckHere() {
    journal
        .outlet(outfall())
        .sample(version(1, COD, SampleKind.INSPECTOR_GRAB, at(8, 30), null, "76", null));

    assertThat(told(Kind.SAMPLE_EXCEEDS).evidence())
        .containsEntry(
            "useClause",
            "SEPA announcement 2007-16 instant samples of a site inspection, needs check")
        .doesNotContainKey("use")
        .containsEntry("averaging", "DAY");
  }

  @Test
  void aLimitThatChangesJudgesTheSampleAgain() {
    journal.outlet(stack(JournalFixture.hourLimit(SO2, "50", MEASURED))).sample(gas("42"));
    assertThat(standing()).doesNotContainKey(Kind.SAMPLE_EXCEEDS);

    journal.outlet(stack(JournalFixture.hourLimit(SO2, "35", MEASURED))).pass(MOMENT);

    assertThat(standing()).containsKey(Kind.SAMPLE_EXCEEDS);
  }

  @Test
  void aWithdrawnSampleLeavesNothingStanding() {
    journal.outlet(stack(JournalFixture.hourLimit(SO2, "35", MEASURED))).sample(gas("42"));

    journal.sample(state(2, Sample.State.WITHDRAWN, gas("42")));

    assertThat(standing()).isEmpty();
  }

  @Test
  void aSampleThatMovesIsLookedAtInItsNewTimeAlone() {
    journal.outlet(stack()).receiveHour(8, SO2, "Avg=30,Flag=N").sample(gas("28"));

    journal.sample(version(2, SO2, SampleKind.SUPERVISORY, at(33, 0), null, "28", null));

    assertThat(standing().keySet()).containsExactly(Kind.SAMPLE_ALONE);
    assertThat(told(Kind.SAMPLE_ALONE).from()).isEqualTo(at(33, 0));
  }

  @Test
  void theSameVersionTwiceIsNoNews() {
    journal.outlet(stack()).receiveHour(8, SO2, "Avg=30,Flag=N").sample(gas("28"));
    int before = journal.quality.size();

    journal.sample(gas("28"));

    assertThat(journal.quality).hasSize(before);
  }

  @Test
  void ofSamplesThatBeginTogetherOneIsToldWithTheOthers() {
    journal.outlet(stack()).receiveHour(8, SO2, "Avg=30,Flag=N").sample(gas("28"));
    int before = journal.quality.size();

    journal.sample(named("S2", gas("27")));

    assertThat(told(Kind.SAMPLE_AGREES).evidence())
        .containsEntry("sample", "S1")
        .containsEntry("others", "S2 27");
    assertThat(journal.quality).hasSize(before + 1);
  }

  @Test
  void threePairsOfWhichOneDiffersFailTheDaysComparison() {
    journal.outlet(outfall());
    for (int hour = 8; hour < 11; hour++) {
      journal.receiveHour(hour, COD, "Avg=40,Flag=N", "w00000", "Avg=28,Cou=100,Flag=N");
      String value = hour == 9 ? "70" : "41";
      journal.sample(
          named(
              "P" + hour, version(1, COD, SampleKind.COMPARISON, at(hour, 10), null, value, null)));
    }

    assertThat(told(Kind.SAMPLE_PAIRS_FAILED).evidence())
        .containsEntry("pairs", "3")
        .containsEntry("within", "2");
  }

  @Test
  void anAdoptedManualSampleStandsInForMissingHoursOfTheMassAlone() {
    outageFromEightToTen();
    int means = journal.means.size();

    journal.sample(manual("40", "officer Li"));

    // 2 h × 100 m3 × 40 mg/L
    assertThat(day().substitutedMg()).isEqualTo(8_000_000);
    assertThat(day().massMg()).isEqualTo(3_500_000);
    assertThat(journal.means).hasSize(means);
    assertThat(told(Kind.SAMPLES_FILL).evidence())
        .containsEntry("hours", "2")
        .containsEntry("massMg", "8000000")
        .containsEntry("cause", "sample")
        .containsEntry("adoptedBy", "officer Li");
  }

  @Test
  void aSampleThatNobodyAdoptedFillsNothing() {
    outageFromEightToTen();

    journal.sample(manual("40", null));

    assertThat(day().substitutedMg()).isZero();
    assertThat(standing()).doesNotContainKey(Kind.SAMPLES_FILL);
  }

  @Test
  void whatASampleFilledIsTakenBackWithIt() {
    outageFromEightToTen();
    journal.sample(manual("40", "officer Li"));

    journal.sample(state(2, Sample.State.WITHDRAWN, manual("40", "officer Li")));

    assertThat(day().substitutedMg()).isZero();
    assertThat(standing()).doesNotContainKey(Kind.SAMPLES_FILL);
  }

  @Test
  void dataThatComeAfterAllTakeTheirHourBackFromTheSample() {
    outageFromEightToTen();
    journal.sample(manual("40", "officer Li"));

    journal.receive(hour(9, at(15, 0), "Avg=36,Flag=N"), at(15, 1)).settle();

    assertThat(day().substitutedMg()).isEqualTo(4_000_000);
    assertThat(day().massMg()).isEqualTo(7_100_000);
  }

  @Test
  void missingHoursThatNoSampleCoversAreTold() {
    journal.outlet(outfall());
    for (int hour = 8; hour < 18; hour++) {
      journal.receive(hour(hour, at(hour + 1, 1), "Avg=35,Flag=D"), at(hour + 1, 2));
    }
    journal.sample(manual("40", null));

    assertThat(told(Kind.SAMPLES_TOO_FEW).evidence())
        .containsEntry("missing", "10")
        .containsEntry("uncovered", "4")
        .containsEntry("needed", "4");
  }

  @Test
  void whatIsNoSampleGoesToQuarantineWithItsReason() {
    journal.outlet(stack());

    journal.sample(version(1, SO2, SampleKind.SUPERVISORY, at(9, 0), at(8, 0), "28", null));

    assertThat(journal.quarantined).containsExactly("bad-sample");
    assertThat(journal.quarantineDetails)
        .singleElement()
        .asString()
        .startsWith("a sample does not end before it begins");
  }

  private void outageFromEightToTen() {
    journal.outlet(outfall());
    journal.receive(hour(8, at(9, 1), "Avg=35,Flag=D"), at(9, 2));
    journal.receive(hour(9, at(10, 1), "Avg=35,Flag=D"), at(10, 2));
    journal.receive(hour(10, at(11, 1), "Avg=35,Flag=N"), at(11, 2));
  }

  private static byte[] hour(int hour, Instant sentAt, String demand) {
    return Frames.upload(
        Frames.MN, "2061", at(hour, 0), sentAt, COD, demand, "w00000", "Avg=28,Cou=100,Flag=N");
  }

  private TotalRecord day() {
    return journal.totals.stream()
        .filter(total -> total.scope() == Scope.Kind.OUTLET && total.factor().equals(COD))
        .filter(total -> total.period() == TotalPeriod.DAY)
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  /** The latest finding of a kind. */
  private QualityRecord told(Kind kind) {
    return journal.quality.stream()
        .filter(found -> found.kind() == kind)
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  private Map<Kind, List<QualityRecord>> standing() {
    Map<String, QualityRecord> latest = new TreeMap<>();
    journal.quality.stream()
        .filter(found -> found.kind().name().startsWith("SAMPLE"))
        .forEach(found -> latest.put(found.kind() + "|" + found.from(), found));
    Map<Kind, List<QualityRecord>> standing = new TreeMap<>();
    latest.values().stream()
        .filter(found -> !found.withdrawn())
        .forEach(found -> standing.put(found.kind(), List.of(found)));
    return standing;
  }

  private static OutletRecord stack(OutletRecord.Limit... limits) {
    return JournalFixture.outlet(Frames.MN, Medium.AIR, OutletProfile.Judge.REPORTED, null, limits);
  }

  private static OutletRecord outfall() {
    return JournalFixture.outlet(
        Frames.MN,
        Medium.WATER,
        OutletProfile.Judge.REPORTED,
        null,
        JournalFixture.limit(COD, "50", Averaging.DAY, MEASURED, LocalDate.of(2020, 1, 1)));
  }

  private static MarkRecord maintenance() {
    return new MarkRecord(
        1,
        Frames.MN,
        "m",
        null,
        at(8, 0),
        at(9, 0),
        "MAINTENANCE",
        null,
        "operator",
        "probe",
        at(12, 0),
        null,
        1,
        Mark.State.SET);
  }

  private static SampleRecord gas(String value) {
    return version(1, SO2, SampleKind.SUPERVISORY, at(8, 30), null, value, null);
  }

  private static SampleRecord manual(String value, String adoptedBy) {
    return version(1, COD, SampleKind.MANUAL_SUBSTITUTE, at(8, 20), null, value, adoptedBy);
  }

  private static SampleRecord version(
      int version,
      String factor,
      SampleKind kind,
      Instant from,
      Instant to,
      String value,
      String adoptedBy) {
    return new SampleRecord(
        1,
        Frames.MN,
        "S1",
        factor,
        kind,
        from,
        to,
        Decimal.of(value),
        factor.startsWith("a") ? "mg/m3" : "mg/L",
        null,
        null,
        null,
        "station",
        "sampler",
        "quarterly",
        at(14, 0),
        null,
        adoptedBy,
        version,
        Sample.State.SET);
  }

  private static SampleRecord named(String id, SampleRecord of) {
    return changed(id, of, of.version(), of.state());
  }

  private static SampleRecord state(int version, Sample.State state, SampleRecord of) {
    return changed(of.id(), of, version, state);
  }

  private static SampleRecord changed(String id, SampleRecord of, int version, Sample.State state) {
    return new SampleRecord(
        of.schemaVersion(),
        of.mn(),
        id,
        of.factor(),
        of.kind(),
        of.from(),
        of.to(),
        of.value(),
        of.unit(),
        of.qualifier(),
        of.basis(),
        of.method(),
        of.laboratory(),
        of.author(),
        of.reason(),
        of.reportedAt(),
        of.attachment(),
        of.adoptedBy(),
        version,
        state);
  }

  private static Instant at(int hours, int minutes) {
    return Frames.at(hours, minutes);
  }
}
