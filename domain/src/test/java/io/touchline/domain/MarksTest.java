package io.touchline.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.domain.Mark.Origin;
import io.touchline.domain.Mark.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarksTest {

  private static final String SO2 = "a21026";
  private static final Instant EIGHT = Samples.START;

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "manual beats automatic though it was set earlier, MANUAL 1 0, AUTOMATIC 1 9, STOPPED",
    "the later set of two people's stands, MANUAL 1 0, MANUAL 1 9, START_UP",
    "the later set of two automatic ones stands, AUTOMATIC 3 0, AUTOMATIC 1 9, START_UP"
  })
  void ofTwoMarksOverOneInstantOneStands(String why, String stop, String start, String stands) {
    Mark one = mark("one", "0-60", "STOPPED", stop, State.SET, null);
    Mark other = mark("other", "0-60", "START_UP", start, State.SET, null);

    for (List<Mark> order : List.of(List.of(one, other), List.of(other, one))) {
      assertThat(Marks.of(order).standingAt(SO2, EIGHT, OperatingState.class))
          .get()
          .extracting(mark -> mark.kind().name())
          .isEqualTo(stands);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "later version, MANUAL 1 0, MANUAL 2 0, true",
    "later version though it says an earlier time, MANUAL 1 9, MANUAL 2 0, true",
    "a person withdraws what an instrument set, AUTOMATIC 5 0, MANUAL 1 9, true",
    "an instrument withdraws nothing of a person's, MANUAL 1 0, AUTOMATIC 2 9, false",
    "earlier version comes too late, MANUAL 2 0, MANUAL 1 9, false"
  })
  void withdrawalHoldsWhereItIsTheLatestVersion(String why, String set, String back, boolean gone) {
    Marks marks =
        Marks.of(
            List.of(
                mark("m", "0-60", "CALIBRATION", set, State.SET, null),
                mark("m", "0-60", "CALIBRATION", back, State.WITHDRAWN, null)));

    assertThat(marks.standingAt(SO2, EIGHT, DataMark.class).isEmpty()).isEqualTo(gone);
    assertThat(marks.ofPeriod(AveragingPeriod.HOUR, EIGHT).of(SO2).isValid()).isEqualTo(gone);
  }

  @ParameterizedTest
  @CsvSource({"-1, false", "0, true", "59, true", "60, false"})
  void markHoldsFromItsFirstInstantToBeforeItsEnd(int minute, boolean marked) {
    Marks marks = Marks.of(List.of(set("0-60", "CALIBRATION", null)));

    assertThat(marks.standingAt(SO2, EIGHT.plusSeconds(60L * minute), DataMark.class).isPresent())
        .isEqualTo(marked);
  }

  @ParameterizedTest(name = "{0} {1}: {3}")
  @CsvSource(
      nullValues = "-",
      value = {
        "CALIBRATION, 0-15, VALID, ''",
        "CALIBRATION, 0-16, MARKED, 'marked CALIBRATION: 44 unmarked minutes of at least 45'",
        "DEVICE_FAULT, 44-120, MARKED, 'marked DEVICE_FAULT: 44 unmarked minutes of at least 45'",
        "STOPPED, 0-60, STOPPED, 'marked STOPPED: 0 unmarked minutes of at least 45'",
        "STOPPED, 0-10, VALID, ''",
        "START_UP, 0-60, VALID, ''",
        "PLANT_FAULT, 0-60, VALID, ''",
        "CALIBRATION, 60-120, VALID, ''",
        "CALIBRATION, -60-0, VALID, ''"
      })
  void hourNeeds45MinutesThatAreNotMarked(
      String kind, String minutes, Validity.Reason reason, String text) {
    Validity validity =
        Marks.of(List.of(set(minutes, kind, null))).ofPeriod(AveragingPeriod.HOUR, EIGHT).of(SO2);

    assertThat(validity).isEqualTo(new Validity(reason, text));
  }

  @Test
  void stopAndCalibrationTogetherTakeAnHourThatNeitherTakesAlone() {
    Marks marks =
        Marks.of(
            List.of(
                mark("a", "0-10", "STOPPED", "MANUAL 1 0", State.SET, null),
                mark("b", "10-20", "CALIBRATION", "MANUAL 1 0", State.SET, null)));

    assertThat(marks.ofPeriod(AveragingPeriod.HOUR, EIGHT).of(SO2))
        .isEqualTo(
            new Validity(
                Validity.Reason.STOPPED,
                "marked CALIBRATION, STOPPED: 40 unmarked minutes of at least 45"));
  }

  @ParameterizedTest
  @CsvSource({"4, true", "5, false"})
  void dayNeeds20HoursThatAreNotMarked(int hours, boolean valid) {
    Instant day = AveragingPeriod.DAY.startOf(EIGHT);
    Marks marks = Marks.of(List.of(set("0-" + hours * 60, "MAINTENANCE", null)));

    assertThat(marks.ofPeriod(AveragingPeriod.DAY, day).of(SO2).isValid()).isEqualTo(valid);
  }

  @Test
  void markOfOneFactorLeavesTheOthersAlone() {
    Marking marking =
        Marks.of(List.of(set("0-60", "CALIBRATION", "a21002")))
            .ofPeriod(AveragingPeriod.HOUR, EIGHT);

    assertThat(marking.of("a21002").isValid()).isFalse();
    assertThat(marking.of(SO2).isValid()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"2022-12-31T08:00:00+08:00, true", "2023-01-01T08:00:00+08:00, false"})
  void marksOfTheTimeBeforeTheRuleTakeNothingAway(String from, boolean valid) {
    Instant start = ChinaTime.parse(from);
    Mark mark = set("0-60", "CALIBRATION", null);
    Mark then =
        new Mark(
            "MN1",
            "m",
            null,
            start,
            start.plusSeconds(3600),
            mark.kind(),
            Origin.MANUAL,
            "a",
            "r",
            start,
            1,
            State.SET);

    assertThat(Marks.of(List.of(then)).ofPeriod(AveragingPeriod.HOUR, start).of(SO2).isValid())
        .isEqualTo(valid);
  }

  @Test
  void reportedHourMarkedInvalidIsNoEvidenceOfAnExceedance() {
    OutletProfile outlet = Samples.outlet(Medium.AIR, null, Samples.limit(SO2, "35", "mg/m3"));
    Marking marking =
        Marks.of(List.of(set("0-60", "CALIBRATION", null))).ofPeriod(AveragingPeriod.HOUR, EIGHT);

    FactorMean mean =
        new ReportedPeriod(outlet, Samples.FACTORS)
            .means(Samples.upload("a21026 value=80"), marking)
            .get(SO2);

    assertThat(mean.value()).hasToString("80");
    assertThat(
            outlet
                .limitFor(SO2, AveragingPeriod.HOUR, EIGHT)
                .map(limit -> Judgement.of(limit, mean).verdict())
                .orElseThrow())
        .isEqualTo(Judgement.Verdict.NOT_JUDGED);
  }

  @Test
  void oxygenMarkedInvalidConvertsNothing() {
    OutletProfile outlet = Samples.outlet(Medium.AIR, "6");
    Marking marking =
        Marks.of(List.of(set("0-60", "CALIBRATION", "a19001")))
            .ofPeriod(AveragingPeriod.HOUR, EIGHT);

    assertThat(
            new ReportedPeriod(outlet, Samples.FACTORS)
                .means(Samples.upload("a21026 value=28", "a19001 value=7.2"), marking)
                .get(SO2)
                .converted())
        .isNull();
  }

  @ParameterizedTest
  @CsvSource({"15, true, 20", "16, false, 20"})
  void recomputedHourIsTheMeanOfItsUnmarkedMinutes(int marked, boolean valid, String value) {
    OutletProfile outlet = Samples.outlet(Medium.AIR, null);
    Marks marks = Marks.of(List.of(set("0-" + marked, "CALIBRATION", null)));
    ReportedPeriod rule = new ReportedPeriod(outlet, Samples.FACTORS);
    SortedMap<Instant, SortedMap<String, FactorMean>> parts = new TreeMap<>();
    for (int minute = 0; minute < 60; minute++) {
      Instant at = EIGHT.plusSeconds(60L * minute);
      parts.put(
          at,
          rule.means(
              Samples.upload("a21026 value=" + (minute < marked ? 99 : 20)),
              marks.ofPart(at, Duration.ofMinutes(1))));
    }

    FactorMean mean =
        new RecomputedPeriod(outlet, Samples.FACTORS, AveragingPeriod.HOUR).means(parts).get(SO2);

    assertThat(mean.validity().isValid()).isEqualTo(valid);
    assertThat(mean.value()).hasToString(value);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void orderAndRepetitionOfVersionsMakeNoDifference(long seed) {
    Random random = new Random(seed);
    List<Mark> versions = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int from = random.nextInt(120);
      versions.add(
          mark(
              "m" + random.nextInt(12),
              from + "-" + (from + 1 + random.nextInt(60)),
              MarkKind.all().get(random.nextInt(MarkKind.all().size())).name(),
              List.of(Origin.MANUAL, Origin.AUTOMATIC).get(random.nextInt(2))
                  + " "
                  + (1 + random.nextInt(4))
                  + " "
                  + random.nextInt(3),
              List.of(State.SET, State.WITHDRAWN).get(random.nextInt(2)),
              random.nextBoolean() ? null : SO2));
    }
    List<Mark> other = new ArrayList<>(versions);
    other.addAll(versions.subList(0, 20));
    Collections.shuffle(other, random);

    for (int minute = 0; minute < 180; minute++) {
      Instant at = EIGHT.plusSeconds(60L * minute);
      for (Class<? extends MarkKind> kind : List.of(DataMark.class, OperatingState.class)) {
        assertThat(Marks.of(other).standingAt(SO2, at, kind))
            .isEqualTo(Marks.of(versions).standingAt(SO2, at, kind));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(DataMark.class)
  void everyDeviceMarkMakesDataInvalidByARowInForce(DataMark kind) {
    assertThat(MarkRules.standard().effectOf(kind, EIGHT)).isEqualTo(MarkRules.Effect.INVALID);
  }

  @ParameterizedTest
  @CsvSource({
    "calibration, CALIBRATION",
    "停运, STOPPED",
    "start-up, START_UP",
    "fault, DEVICE_FAULT",
    "HOLIDAY, ''"
  })
  void kindIsFoundByNameOrTermAndABareFaultIsTheDevices(String text, String kind) {
    assertThat(MarkKind.named(text).map(MarkKind::name).orElse("")).isEqualTo(kind);
  }

  @Test
  void markThatEndsBeforeItBeginsIsNone() {
    assertThatThrownBy(() -> set("60-60", "STOPPED", null)).hasMessageContaining("ends after");
  }

  private static Mark set(String minutes, String kind, String factor) {
    return mark("m", minutes, kind, "MANUAL 1 0", State.SET, factor);
  }

  /** Who: {@code "MANUAL 2 9"} is a person's second version, marked nine hours after eight. */
  private static Mark mark(
      String id, String minutes, String kind, String who, State state, String factor) {
    int dash = minutes.indexOf('-', 1);
    String[] words = who.split(" ", -1);
    return new Mark(
        "MN1",
        id,
        factor,
        EIGHT.plusSeconds(60L * Integer.parseInt(minutes.substring(0, dash))),
        EIGHT.plusSeconds(60L * Integer.parseInt(minutes.substring(dash + 1))),
        MarkKind.named(kind).orElseThrow(),
        Origin.valueOf(words[0]),
        "operator",
        "because",
        EIGHT.plus(Duration.ofHours(Integer.parseInt(words[2]))),
        Integer.parseInt(words[1]),
        state);
  }
}
