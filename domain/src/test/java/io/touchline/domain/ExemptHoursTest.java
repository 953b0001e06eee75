package io.touchline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.Judgement.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked example of rule sheet 4.2, and its edges. */
class ExemptHoursTest {

  private static final String REGIME = "WASTE_INCINERATION";
  private static final Instant DAY = ChinaTime.parse("2026-06-10T00:00:00+08:00");

  private static final EmissionLimit LIMIT =
      new EmissionLimit(
          "a21002",
          null,
          Decimal.of("250"),
          Unit.MG_PER_M3,
          Averaging.DAY,
          EmissionLimit.Basis.CONVERTED,
          "GB 18485-2014",
          "table 4",
          LocalDate.of(2020, 1, 1),
          null);

  private static final Judgement OVER =
      new Judgement(LIMIT, Verdict.EXCEEDS, Decimal.of("262"), Decimal.of("0.048"), "");

  @ParameterizedTest
  @CsvSource({
    "3480, 210, EXCEEDS, 'Y60 2026: 58.0 h + 3.5 h = 61.5 h of 60 h, passed'",
    "3480, 120, NOT_JUDGED, 'Y60 2026: 58.0 h + 2.0 h = 60.0 h of 60 h, not passed'",
    "3480, 121, EXCEEDS, 'Y60 2026: 58.0 h + 2.0 h = 60.0 h of 60 h, passed'"
  })
  void capIsPassedByStrictlyMoreAndTheArithmeticIsShown(
      int before, int during, Verdict verdict, String arithmetic) {
    Marks marks =
        Marks.of(
            List.of(
                mark("early", DAY.minus(90, ChronoUnit.DAYS), before, "START_UP"),
                mark("fault", DAY.plus(3, ChronoUnit.HOURS), during, "PLANT_FAULT")));

    Judgement judgement = judged(marks);

    assertThat(judgement.verdict()).isEqualTo(verdict);
    assertThat(judgement.judged()).hasToString("262");
    assertThat(judgement.reason()).contains(arithmetic);
  }

  @Test
  void dayWithoutMarkedTimeIsJudgedByItsMeanAlone() {
    Marks marks = Marks.of(List.of(mark("m", DAY.minus(1, ChronoUnit.DAYS), 60, "ACCIDENT")));

    assertThat(judged(marks)).isEqualTo(OVER);
  }

  @Test
  void onlyTheCounterOfWhatWasMarkedThatDayMatters() {
    Marks marks =
        Marks.of(
            List.of(
                mark("used", DAY.minus(90, ChronoUnit.DAYS), 61 * 60, "SHUT_DOWN"),
                mark("drying", DAY, 60, "DRYING_OUT")));

    assertThat(judged(marks).verdict()).isEqualTo(Verdict.NOT_JUDGED);
    assertThat(judged(marks).reason()).contains("Y700 2026: 0.0 h + 1.0 h");
  }

  @Test
  void marksThatOverlapCountOnceAndTheYearBeginsAnewInChinaTime() {
    Instant newYear = ChinaTime.parse("2026-01-01T00:00:00+08:00");
    Marks marks =
        Marks.of(
            List.of(
                mark("across", newYear.minus(2, ChronoUnit.HOURS), 240, "START_UP"),
                mark("again", newYear.plus(1, ChronoUnit.HOURS), 120, "PLANT_FAULT")));

    assertThat(ExemptHours.on(newYear, REGIME, "a21002", marks).get(0).text())
        .isEqualTo("Y60 2026: 0.0 h + 3.0 h = 3.0 h of 60 h, not passed");
  }

  @Test
  void overruledStateDoesNotCount() {
    Mark automatic =
        new Mark(
            "MN1",
            "a",
            null,
            DAY,
            DAY.plus(4, ChronoUnit.HOURS),
            OperatingState.START_UP,
            Mark.Origin.AUTOMATIC,
            "logger",
            "",
            DAY,
            1,
            Mark.State.SET);
    Marks marks = Marks.of(List.of(automatic, mark("m", DAY, 60, "STOPPED")));

    assertThat(ExemptHours.on(DAY, REGIME, "a21002", marks).get(0).during()).hasHours(3);
  }

  @Test
  void outletUnderNoRegimeHasNoCounters() {
    assertThat(ExemptHours.on(DAY, "OTHER", "a21002", Marks.NONE)).isEmpty();
    assertThat(ExemptHours.on(Instant.EPOCH, REGIME, "a21002", Marks.NONE)).isEmpty();
    assertThat(ExemptHours.regimes()).contains(REGIME);
    assertThat(new ArrayList<>(ExemptHours.rows())).hasSize(2);
  }

  private static Judgement judged(Marks marks) {
    return ExemptHours.applied(OVER, ExemptHours.on(DAY, REGIME, "a21002", marks));
  }

  private static Mark mark(String id, Instant from, int minutes, String kind) {
    return new Mark(
        "MN1",
        id,
        null,
        from,
        from.plus(minutes, ChronoUnit.MINUTES),
        MarkKind.named(kind).orElseThrow(),
        Mark.Origin.MANUAL,
        "operator",
        "because",
        from,
        1,
        Mark.State.SET);
  }
}
