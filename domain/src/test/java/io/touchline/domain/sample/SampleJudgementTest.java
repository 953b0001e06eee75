package io.touchline.domain.sample;

import static io.touchline.domain.sample.SampleFixture.COD;
import static io.touchline.domain.sample.SampleFixture.SO2;
import static io.touchline.domain.sample.SampleFixture.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.Averaging;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.EmissionLimit.Basis;
import io.touchline.domain.Judgement.Verdict;
import io.touchline.domain.MarkUse;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile;
import io.touchline.domain.Unit;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SampleJudgementTest {

  @Test
  void aSampleAboveTheLimitExceedsByItsMultiple() {
    SampleJudgement judged =
        judge(SampleFixture.water(COD, "60"), null, limit(COD, "50", Averaging.DAY));

    assertThat(judged.exceeds()).isTrue();
    assertThat(judged.judgement().multiple()).hasToString("0.2");
    assertThat(judged.use()).isNull();
  }

  @Test
  void anInspectorsSampleMayBeUsedOnTheSpotWhereATextWasSeenThatSaysSo() {
    Sample sample = SampleFixture.water(COD, "60").kind(SampleKind.INSPECTOR_GRAB).make();
    OutletProfile profile = profile(limit(COD, "50", Averaging.DAY));

    SampleUse inHebei = SampleJudgement.of(sample, "130100", null, profile).orElseThrow().use();
    SampleUse inXining = SampleJudgement.of(sample, "630100", null, profile).orElseThrow().use();

    assertThat(inHebei.use()).isEqualTo(SampleUse.Use.ON_THE_SPOT);
    assertThat(inHebei.isVerified()).isTrue();
    assertThat(inXining.isVerified()).isFalse();
  }

  @Test
  void aSampleOfADayIsHeldAgainstTheDaysRowAndAShortOneAgainstTheHours() {
    EmissionLimit hour = limit(COD, "80", Averaging.HOUR);
    EmissionLimit day = limit(COD, "50", Averaging.DAY);

    assertThat(judge(SampleFixture.water(COD, "60"), null, hour, day).judgement().limit())
        .isEqualTo(hour);
    assertThat(
            judge(SampleFixture.water(COD, "60").taken(at(0, 0), at(20, 0)), null, hour, day)
                .judgement()
                .limit())
        .isEqualTo(day);
  }

  @Test
  void aRowThatCountsPartsJudgesNoSample() {
    assertThat(
            SampleJudgement.of(
                SampleFixture.of("a01012", "700", "degC").make(),
                "",
                null,
                profile(limit("a01012", "850", Averaging.FIVE_MINUTES))))
        .isEmpty();
  }

  @Test
  void aMeasuredSampleIsConvertedByTheOxygenMeasuredWithIt() {
    // Example A of 1.5: 28 mg/m3 at 7.2 % is 30.4 at 6 %.
    SampleJudgement judged =
        judge(SampleFixture.gas(SO2, "28"), Decimal.of("7.2"), converted("30"));

    assertThat(judged.judgement().judged()).hasToString("30.4348");
    assertThat(judged.exceeds()).isTrue();
  }

  @Test
  void withoutOxygenAMeasuredSampleIsNotHeldAgainstAConvertedLimit() {
    SampleJudgement judged = judge(SampleFixture.gas(SO2, "99"), null, converted("30"));

    assertThat(judged.judgement().verdict()).isEqualTo(Verdict.NOT_JUDGED);
    assertThat(judged.judgement().reason()).contains("no oxygen was measured with the sample");
  }

  @Test
  void aConvertedSampleNeedsNoOxygen() {
    assertThat(judge(SampleFixture.gas(SO2, "31").converted(), null, converted("30")).exceeds())
        .isTrue();
  }

  @Test
  void aConvertedSampleIsNotHeldAgainstAMeasuredLimit() {
    SampleJudgement judged =
        judge(SampleFixture.gas(SO2, "99").converted(), null, limit(SO2, "30", Averaging.HOUR));

    assertThat(judged.judgement().verdict()).isEqualTo(Verdict.NOT_JUDGED);
  }

  @Test
  void belowADetectionLimitThatLiesAboveTheLimitNothingIsProven() {
    SampleJudgement judged =
        judge(
            SampleFixture.water(COD, "60").belowDetection(), null, limit(COD, "50", Averaging.DAY));

    assertThat(judged.judgement().verdict()).isEqualTo(Verdict.NOT_JUDGED);
    assertThat(
            judge(
                    SampleFixture.water(COD, "4").belowDetection(),
                    null,
                    limit(COD, "50", Averaging.DAY))
                .judgement()
                .verdict())
        .isEqualTo(Verdict.COMPLIANT);
  }

  private static SampleJudgement judge(
      SampleFixture sample, Decimal oxygen, EmissionLimit... limits) {
    return SampleJudgement.of(sample.make(), "", oxygen, profile(limits)).orElseThrow();
  }

  private static OutletProfile profile(EmissionLimit... limits) {
    return new OutletProfile(
        "A",
        Medium.AIR,
        Decimal.of("6"),
        Duration.ofMinutes(1),
        OutletProfile.Judge.REPORTED,
        MarkUse.BINDING,
        Map.of(),
        null,
        List.of(limits));
  }

  private static EmissionLimit converted(String value) {
    return limit(SO2, value, Averaging.HOUR, Basis.CONVERTED);
  }

  private static EmissionLimit limit(String factor, String value, Averaging averaging) {
    return limit(factor, value, averaging, Basis.MEASURED);
  }

  private static EmissionLimit limit(
      String factor, String value, Averaging averaging, Basis basis) {
    String unit = factor.equals(COD) ? "mg/L" : factor.equals(SO2) ? "mg/m3" : "degC";
    return new EmissionLimit(
        factor,
        null,
        Decimal.of(value),
        Unit.of(unit),
        averaging,
        basis,
        "permit",
        "table 3",
        LocalDate.of(2020, 1, 1),
        null);
  }
}
