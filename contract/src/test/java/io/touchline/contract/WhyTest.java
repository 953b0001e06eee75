package io.touchline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.contract.Why.Kind;
import io.touchline.domain.Averaging;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.FactorMean;
import io.touchline.domain.FactorMean.Source;
import io.touchline.domain.FrameRef;
import io.touchline.domain.Judgement;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WhyTest {

  private static final String SO2 = "a21026";

  private final TreeMap<String, MeansRecord.Factor> factors = new TreeMap<>();

  @Test
  @DisplayName("example 1.5 A: 28 mg/m3 at 7.2 % oxygen and reference 6 is 30.4")
  void conversionByOxygenIsShownWithItsNumbers() {
    factors.put(SO2, factor("28", "30.4348", "mg/m3", null, Source.REPORTED));
    factors.put("a19001", factor("7.2", null, "%", null, Source.REPORTED));

    assertThat(formula(Kind.CONVERSION)).isEqualTo("28 × (21 − 6) / (21 − 7.2) = 30.4348 mg/m3");
  }

  @Test
  @DisplayName("example 7.6: reported 27.0, worked out again 30.4")
  void convertedValueOfTheLoggerThatDiffersStandsBesideTheOneFromTheOxygen() {
    factors.put(SO2, factor("28", "27.0", "mg/m3", null, Source.REPORTED));
    factors.put("a19001", factor("7.2", null, "%", null, Source.REPORTED));

    assertThat(formula(Kind.CONVERSION))
        .isEqualTo(
            "27.0 mg/m3 as it came; from the oxygen: "
                + "28 × (21 − 6) / (21 − 7.2) = 30.4348 mg/m3");
  }

  @Test
  void convertedValueWithoutOxygenCameSo() {
    factors.put(SO2, factor("28", "30.4", "mg/m3", null, Source.REPORTED));

    assertThat(formula(Kind.CONVERSION)).isEqualTo("30.4 mg/m3 as it came");
  }

  @Test
  void oxygenThatIsNotValidIsNotCalculatedWith() {
    factors.put(SO2, factor("28", "30.4348", "mg/m3", null, Source.REPORTED));
    factors.put("a19001", invalid(factor("7.2", null, "%", null, Source.REPORTED)));

    assertThat(formula(Kind.CONVERSION)).isEqualTo("30.4348 mg/m3 as it came");
  }

  @Test
  @DisplayName("example 1.6: 21.5 mg/m3 and 412 584 m3 are 8.871 kg, by the measured value")
  void massIsMeasuredConcentrationTimesVolume() {
    factors.put(SO2, factor("21.5", "24.43", "mg/m3", 8_870_556L, Source.REPORTED));
    factors.put("a00000", flow("412584"));

    assertThat(formula(Kind.MASS)).isEqualTo("21.5 mg/m3 × 412584 m3 = 8870556 mg");
  }

  @Test
  void massWithoutAVolumeSaysWhereItIsFrom() {
    factors.put(SO2, factor("21.5", null, "mg/m3", 5L, Source.REPORTED));
    assertThat(formula(Kind.MASS)).isEqualTo("5 mg by the logger's own amount");

    factors.put(SO2, factor("21.5", null, "mg/m3", 5L, Source.RECOMPUTED));
    assertThat(formula(Kind.MASS)).isEqualTo("5 mg, the sum over its valid parts");
  }

  @Test
  void comparisonNamesValueLimitAndHowManyTimesOver() {
    judged(null, "35", Judgement.Verdict.EXCEEDS, "36.5", "0.0429");
    assertThat(formula(Kind.COMPARISON)).isEqualTo("36.5 mg/m3 > 35 mg/m3, 0.0429 times over");

    judged(null, "35", Judgement.Verdict.COMPLIANT, "35", null);
    assertThat(formula(Kind.COMPARISON)).isEqualTo("35 mg/m3 ≤ 35 mg/m3");
  }

  @Test
  void comparisonWithARangeNamesBothEnds() {
    judged("6", "9", Judgement.Verdict.EXCEEDS, "5.2", null);
    assertThat(formula(Kind.COMPARISON)).isEqualTo("5.2 mg/m3 is outside 6 to 9");

    judged("6", "9", Judgement.Verdict.COMPLIANT, "7", null);
    assertThat(formula(Kind.COMPARISON)).isEqualTo("7 mg/m3 is within 6 to 9");
  }

  @Test
  void whatWasNotJudgedSaysWhy() {
    judged(null, "35", Judgement.Verdict.NOT_JUDGED, null, null);

    assertThat(formula(Kind.COMPARISON)).isEqualTo("not judged: flag D");
  }

  @Test
  void valueThatIsMissingIsSaidAndStopsNoOtherStep() {
    factors.put(SO2, invalid(factor(null, null, "mg/m3", null, Source.REPORTED)));

    assertThat(why().steps())
        .extracting(Why.Step::formula)
        .containsExactly("no value as the logger reported it", "not valid: flag D");
  }

  @Test
  void framesAreThoseOfTheFactorAndHistoryIsWhatWasGiven() {
    factors.put(SO2, factor("28", null, "mg/m3", null, Source.REPORTED));

    Why why = why();

    assertThat(why.frames()).extracting(FrameRef::offset).containsExactly(17L);
    assertThat(why.history())
        .containsExactly(new Why.Revision(1, Cause.LIVE, "28", null, true, "", null));
  }

  private String formula(Kind kind) {
    return why().steps().stream()
        .filter(step -> step.kind() == kind)
        .map(Why.Step::formula)
        .findFirst()
        .orElseThrow();
  }

  private Why why() {
    FrameRef other = new FrameRef("touchline.packets", 3, 16, "ff112233445566778899aabbccddeeff");
    FrameRef proof = new FrameRef("touchline.packets", 3, 17, "00112233445566778899aabbccddeeff");
    MeansRecord record =
        new MeansRecord(
            1,
            "010000A8900016F000169DC0",
            AveragingPeriod.HOUR,
            ChinaTime.parse("2026-01-01T08:00:00+08:00"),
            1,
            Cause.LIVE,
            factors,
            List.of(other, proof));
    return Why.of(outlet(), record, SO2, List.of(factors.get(SO2)), List.of());
  }

  private void judged(
      String lower, String limit, Judgement.Verdict verdict, String value, String multiple) {
    MeansRecord.Factor bare = factor("28", null, "mg/m3", null, Source.REPORTED);
    factors.put(
        SO2,
        new MeansRecord.Factor(
            1,
            Cause.LIVE,
            1,
            bare.value(),
            null,
            null,
            bare.unit(),
            null,
            null,
            true,
            "",
            null,
            bare.source(),
            bare.inputs(),
            new MeansRecord.Judged(
                "rule",
                new OutletRecord.Limit(
                    SO2,
                    decimal(lower),
                    decimal(limit),
                    "mg/m3",
                    Averaging.HOUR,
                    EmissionLimit.Basis.MEASURED,
                    "permit",
                    "table 3",
                    LocalDate.of(2020, 1, 1),
                    null),
                verdict,
                decimal(value),
                decimal(multiple),
                verdict == Judgement.Verdict.NOT_JUDGED ? "flag D" : "")));
  }

  private static MeansRecord.Factor factor(
      String value, String converted, String unit, Long massMg, FactorMean.Source source) {
    return new MeansRecord.Factor(
        1,
        Cause.LIVE,
        1,
        decimal(value),
        decimal(converted),
        null,
        unit,
        null,
        massMg,
        true,
        "",
        null,
        source,
        List.of(1),
        null);
  }

  private static MeansRecord.Factor flow(String volume) {
    return new MeansRecord.Factor(
        1,
        Cause.LIVE,
        1,
        decimal("114.6"),
        null,
        null,
        "m3/s",
        decimal(volume),
        null,
        true,
        "",
        null,
        Source.REPORTED,
        List.of(1),
        null);
  }

  private static MeansRecord.Factor invalid(MeansRecord.Factor factor) {
    return new MeansRecord.Factor(
        1,
        Cause.LIVE,
        1,
        factor.value(),
        factor.converted(),
        null,
        factor.unit(),
        null,
        null,
        false,
        "flag D",
        null,
        factor.source(),
        factor.inputs(),
        null);
  }

  private static Decimal decimal(String text) {
    return text == null ? null : Decimal.of(text);
  }

  private static OutletRecord outlet() {
    return new OutletRecord(
        1,
        "010000A8900016F000169DC0",
        "DA001",
        "1号机组",
        "91630000MA00000001",
        "模拟电厂",
        "630100",
        "西宁市",
        Medium.AIR,
        "coal boiler",
        decimal("6"),
        null,
        OutletProfile.Judge.REPORTED,
        "2017",
        "123456",
        LocalDate.of(2020, 1, 1),
        null,
        List.of());
  }
}
