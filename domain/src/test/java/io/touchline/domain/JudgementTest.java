package io.touchline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.Judgement.Verdict;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgementTest {

  @ParameterizedTest
  @CsvSource({
    "50, 50, mg/m3, COMPLIANT,",
    "50.0, 50, mg/m3, COMPLIANT,",
    "50.0001, 50, mg/m3, EXCEEDS, 0",
    "75, 50, mg/m3, EXCEEDS, 0.5",
    "75, 50000, ug/m3, EXCEEDS, 0.5",
    "49.9, 0.0499, g/m3, COMPLIANT,"
  })
  void fullFigureIsComparedAndEqualComplies(
      String value, String limit, String unit, Verdict verdict, String multiple) {
    Judgement judgement =
        judge(Samples.limit("a21026", limit, unit), "a21026 value=" + value).orElseThrow();

    assertThat(judgement.verdict()).isEqualTo(verdict);
    if (multiple == null) {
      assertThat(judgement.multiple()).isNull();
    } else {
      assertThat(judgement.multiple()).hasToString(multiple);
    }
  }

  /** Lead comes in µg/L, its limit is in mg/L: 350 µg/L is 0.35 mg/L. */
  @Test
  void leadInMicrogramsIsComparedWithItsLimitInMilligrams() {
    Judgement judgement =
        judge(Samples.limit("w20120", "0.5", "mg/L"), "w20120 value=350").orElseThrow();

    assertThat(judgement.judged()).hasToString("0.35");
    assertThat(judgement.verdict()).isEqualTo(Verdict.COMPLIANT);
  }

  @Test
  void limitInAUnitOfAnotherKindIsNotJudged() {
    Judgement judgement =
        judge(Samples.limit("w01018", "50", "mg/m3"), "w01018 value=80").orElseThrow();

    assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_JUDGED);
    assertThat(judgement.reason()).contains("mg/L").contains("mg/m3");
  }

  @Test
  void invalidDataProvesNothing() {
    Judgement judgement =
        judge(Samples.limit("a21026", "50", "mg/m3"), "a21026 value=80 flag=D").orElseThrow();

    assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_JUDGED);
    assertThat(judgement.reason()).isEqualTo("flag D");
  }

  @ParameterizedTest
  @CsvSource({"5.9, EXCEEDS", "6, COMPLIANT", "9.0, COMPLIANT", "9.01, EXCEEDS"})
  void rangeIsExceededOnEitherSideAndHasNoMultiple(String value, Verdict verdict) {
    EmissionLimit ph =
        new EmissionLimit(
            "w01001",
            Decimal.of("6"),
            Decimal.of("9"),
            Unit.NONE,
            Averaging.HOUR,
            EmissionLimit.Basis.MEASURED,
            "permit",
            "table 1",
            LocalDate.of(2020, 1, 1),
            null);

    Judgement judgement = judge(ph, "w01001 value=" + value).orElseThrow();

    assertThat(judgement.verdict()).isEqualTo(verdict);
    assertThat(judgement.multiple()).isNull();
  }

  @Test
  void factorWithoutLimitIsNotJudgedAtAll() {
    assertThat(judge(Samples.limit("a21002", "50", "mg/m3"), "a21026 value=80")).isEmpty();
  }

  @Test
  void strictestOfSeveralDocumentsJudges() {
    OutletProfile outlet =
        Samples.outlet(
            Medium.AIR,
            null,
            Samples.limit("a21026", "35", "mg/m3", "standard", LocalDate.of(2015, 1, 1), null),
            Samples.limit("a21026", "30000", "ug/m3", "permit", LocalDate.of(2020, 1, 1), null));

    assertThat(outlet.limitFor("a21026", AveragingPeriod.HOUR, Samples.START))
        .hasValueSatisfying(limit -> assertThat(limit.source()).isEqualTo("permit"));
  }

  @Test
  void newestRowOfOneDocumentJudgesEvenIfItIsLaxer() {
    OutletProfile outlet =
        Samples.outlet(
            Medium.AIR,
            null,
            Samples.limit("a21026", "35", "mg/m3", "permit", LocalDate.of(2020, 1, 1), null),
            Samples.limit("a21026", "50", "mg/m3", "permit", LocalDate.of(2026, 1, 1), null));

    assertThat(outlet.limitFor("a21026", AveragingPeriod.HOUR, Samples.START))
        .hasValueSatisfying(limit -> assertThat(limit.value()).hasToString("50"));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-12-31T23:00:00+08:00, false",
    "2026-01-01T00:00:00+08:00, true",
    "2026-01-31T23:00:00+08:00, true",
    "2026-02-01T00:00:00+08:00, false"
  })
  void rowHoldsFromItsFirstToItsLastDayInChinaTime(String start, boolean holds) {
    OutletProfile outlet =
        Samples.outlet(
            Medium.AIR,
            null,
            Samples.limit(
                "a21026",
                "35",
                "mg/m3",
                "permit",
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 1, 31)));

    assertThat(outlet.limitFor("a21026", AveragingPeriod.HOUR, ChinaTime.parse(start)).isPresent())
        .isEqualTo(holds);
  }

  private static Optional<Judgement> judge(EmissionLimit limit, String upload) {
    OutletProfile outlet = Samples.outlet(Medium.AIR, null, limit);
    String factor = upload.substring(0, upload.indexOf(' '));
    FactorMean mean =
        new ReportedPeriod(outlet, Samples.FACTORS).means(Samples.upload(upload)).get(factor);
    return outlet
        .limitFor(factor, AveragingPeriod.HOUR, Samples.START)
        .map(row -> Judgement.of(row, mean));
  }
}
