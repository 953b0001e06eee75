package io.touchline.domain.distrust;

import static io.touchline.domain.distrust.Series.FLOW;
import static io.touchline.domain.distrust.Series.OXYGEN;
import static io.touchline.domain.distrust.Series.SO2;
import static io.touchline.domain.distrust.Series.hour;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.Validity;
import io.touchline.domain.distrust.Suspicion.Kind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Each test of the data on made series: what it finds, what it just does not, what it cannot tell.
 */
class DistrustTest {

  @Nested
  class Frozen {

    @Test
    void fourEqualHoursWhileTheFlowMovesAreAFreeze() {
      List<Suspicion> found =
          new Series()
              .with(SO2, "20", "31.5", "31.5", "31.5", "31.5", "22")
              .with(FLOW, "100", "100", "105", "112", "100", "90")
              .find(Kind.FROZEN, SO2);

      assertThat(found)
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.from()).isEqualTo(hour(1));
                assertThat(one.to()).isEqualTo(hour(5));
                assertThat(one.evidence())
                    .containsEntry("value", "31.5")
                    .containsEntry("hours", "4")
                    .containsEntry("moved", FLOW)
                    .containsEntry("movedTo", "112");
                assertThat(one.score()).hasToString("0.1667");
              });
    }

    @Test
    void threeEqualHoursAreNone() {
      assertThat(
              new Series()
                  .with(SO2, "31.5", "31.5", "31.5", "22")
                  .with(FLOW, "100", "120", "100", "90")
                  .find(Kind.FROZEN, SO2))
          .isEmpty();
    }

    @Test
    void equalHoursWhileAllElseStandsStillAreNone() {
      assertThat(
              new Series()
                  .with(SO2, "31.5", "31.5", "31.5", "31.5")
                  .with(FLOW, "100", "104", "109", "100")
                  .find(Kind.FROZEN, SO2))
          .isEmpty();
    }

    @Test
    void anotherPollutantThatMovesTellsTooAndATemperatureDoesNot() {
      Series still =
          new Series()
              .with(SO2, "31.5", "31.5", "31.5", "31.5")
              .with("a01012", "50", "80", "120", "90");

      assertThat(still.find(Kind.FROZEN, SO2)).isEmpty();
      assertThat(still.with("a21002", "40", "50", "60", "50").find(Kind.FROZEN, SO2)).hasSize(1);
    }

    @Test
    void whereNothingElseIsMeasuredNobodyCanTell() {
      assertThat(new Series().with(SO2, "31.5", "31.5", "31.5", "31.5").find(Kind.FROZEN, SO2))
          .isEmpty();
    }

    @Test
    void aMissingOrInvalidHourEndsAFreezeAndZeroIsNone() {
      Series series =
          new Series()
              .with(SO2, "31", "31", "", "31", "31", "31x", "31", "31", "0", "0", "0", "0")
              .with(FLOW, 12, at -> Integer.toString(100 + 10 * at));

      assertThat(series.find(Kind.FROZEN, SO2)).isEmpty();
    }
  }

  @Nested
  class FlatLine {

    @Test
    void example71ASwingOf14OnARangeOf150IsFlat() {
      List<Suspicion> found =
          new Series()
              .with(SO2, 24, at -> at == 5 ? "21.0" : at == 9 ? "22.4" : "21.7")
              .range(SO2, "150")
              .find(Kind.FLAT_LINE, SO2);

      assertThat(found).singleElement().satisfies(this::isThatOfExample71);
    }

    private void isThatOfExample71(Suspicion one) {
      assertThat(one.evidence())
          .containsEntry("swingPercent", "0.9333")
          .containsEntry("least", "21.0")
          .containsEntry("greatest", "22.4");
      assertThat(one.from()).isEqualTo(hour(0));
      assertThat(one.to()).isEqualTo(hour(24));
    }

    @Test
    void aSwingOfExactlyTwoPercentIsNot() {
      assertThat(
              new Series()
                  .with(SO2, 24, at -> at == 5 ? "21" : at == 9 ? "24" : "22")
                  .range(SO2, "150")
                  .find(Kind.FLAT_LINE, SO2))
          .isEmpty();
    }

    @Test
    void twentyThreeHoursAreTooFewAndALongStretchIsOne() {
      assertThat(new Series().with(SO2, 23, at -> "21").range(SO2, "150").find(Kind.FLAT_LINE, SO2))
          .isEmpty();
      assertThat(new Series().with(SO2, 60, at -> "21").range(SO2, "150").find(Kind.FLAT_LINE, SO2))
          .singleElement()
          .extracting(Suspicion::to)
          .isEqualTo(hour(60));
    }

    @Test
    void valuesInTheLowestTenthOfTheRangeAreNotAskedAbout() {
      assertThat(
              new Series().with(SO2, 48, at -> "14.9").range(SO2, "150").find(Kind.FLAT_LINE, SO2))
          .isEmpty();
      assertThat(new Series().with(SO2, 48, at -> "15").range(SO2, "150").find(Kind.FLAT_LINE, SO2))
          .hasSize(1);
    }

    @Test
    void withoutARangeNobodyCanTell() {
      assertThat(new Series().with(SO2, 48, at -> "21").find(Kind.FLAT_LINE, SO2)).isEmpty();
    }
  }

  @Nested
  class StraightLine {

    @Test
    void sixHoursOnOneSlopeWereDrawn() {
      assertThat(
              new Series()
                  .with(SO2, "30", "20.0", "21.5", "23.0", "24.5", "26.0", "27.5", "22")
                  .find(Kind.STRAIGHT_LINE, SO2))
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.from()).isEqualTo(hour(1));
                assertThat(one.to()).isEqualTo(hour(7));
                assertThat(one.evidence()).containsEntry("perHour", "1.5");
              });
    }

    @Test
    void fiveHoursOrAnOtherLastDigitOrALevelLineAreNot() {
      assertThat(
              new Series()
                  .with(SO2, "20", "21", "22", "23", "24", "26")
                  .find(Kind.STRAIGHT_LINE, SO2))
          .isEmpty();
      assertThat(
              new Series()
                  .with(SO2, "20", "21", "22.1", "23", "24", "25", "26")
                  .find(Kind.STRAIGHT_LINE, SO2))
          .isEmpty();
      assertThat(new Series().with(SO2, 30, at -> "20").find(Kind.STRAIGHT_LINE, SO2)).isEmpty();
    }
  }

  @Nested
  class RangeClip {

    @Test
    void threeHoursAtTheEndOfTheRangeAreCut() {
      assertThat(
              new Series()
                  .with(SO2, "90", "150", "150", "150.2", "80")
                  .range(SO2, "150")
                  .find(Kind.RANGE_CLIP, SO2))
          .singleElement()
          .extracting(Suspicion::from, Suspicion::to)
          .containsExactly(hour(1), hour(4));
    }

    @Test
    void twoHoursAreNotAndWithoutARangeNobodyCanTell() {
      assertThat(
              new Series()
                  .with(SO2, "150", "150", "80", "150")
                  .range(SO2, "150")
                  .find(Kind.RANGE_CLIP, SO2))
          .isEmpty();
      assertThat(new Series().with(SO2, 9, at -> "150").find(Kind.RANGE_CLIP, SO2)).isEmpty();
    }
  }

  @Nested
  class Oxygen {

    @Test
    void airInTheStackWhileGasFlowsIsAsked() {
      assertThat(
              new Series()
                  .with(OXYGEN, "8", "19.5", "20", "9")
                  .with(FLOW, "100", "90", "95", "100")
                  .find(Kind.OXYGEN_HIGH, OXYGEN))
          .singleElement()
          .satisfies(one -> assertThat(one.evidence()).containsEntry("oxygen", "20"));
    }

    @Test
    void nineteenItselfAndAStandingStackAreNotAndWithoutFlowNobodyCanTell() {
      assertThat(
              new Series()
                  .with(OXYGEN, "19", "20.9")
                  .with(FLOW, "100", "0")
                  .find(Kind.OXYGEN_HIGH, OXYGEN))
          .isEmpty();
      assertThat(new Series().with(OXYGEN, "20", "20").find(Kind.OXYGEN_HIGH, OXYGEN)).isEmpty();
    }
  }

  @Nested
  class Conversion {

    @Test
    void example76SentAs270WhereOurOwnIs304IsElevenPercentLow() {
      assertThat(
              new Series()
                  .put(0, SO2, "28", Validity.VALID, "27.0", "30.4")
                  .find(Kind.CONVERSION_DIFFERS, SO2))
          .singleElement()
          .satisfies(
              one ->
                  assertThat(one.evidence())
                      .containsEntry("percent", "-11.1842")
                      .containsEntry("sent", "27.0")
                      .containsEntry("rederived", "30.4"));
    }

    @Test
    void twoPercentItselfIsNotAndWithoutOxygenNobodyCanTell() {
      assertThat(
              new Series()
                  .put(0, SO2, "28", Validity.VALID, "30.6", "30")
                  .put(1, SO2, "28", Validity.VALID, "90", null)
                  .find(Kind.CONVERSION_DIFFERS, SO2))
          .isEmpty();
    }
  }

  @Nested
  class Chemistry {

    @Test
    void ammoniaNitrogenAboveTotalNitrogenIsImpossible() {
      assertThat(
              new Series()
                  .with("w21003", "4", "6", "7", "4")
                  .with("w21001", "9", "5", "5", "4")
                  .find(Kind.IMPOSSIBLE_CHEMISTRY, "w21003"))
          .singleElement()
          .extracting(Suspicion::from, Suspicion::to)
          .containsExactly(hour(1), hour(3));
    }

    @Test
    void withoutTheWholeNobodyCanTell() {
      assertThat(new Series().with("w21003", "40").find(Kind.IMPOSSIBLE_CHEMISTRY, "w21003"))
          .isEmpty();
    }
  }

  @Nested
  class LimitHugging {

    /** Of 600 hours 240 in [45, 50) and so many in [50, 55), the others far below. */
    private List<Suspicion> hugging(int above) {
      return new Series()
          .with(SO2, 600, at -> at < 240 ? "47" : at < 240 + above ? "52" : "30")
          .limit(SO2, "50")
          .find(Kind.LIMIT_HUGGING, SO2);
    }

    @Test
    void example74FortyPercentJustBelowAndSixHoursAboveIsAsked() {
      assertThat(hugging(6))
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.score()).hasToString("0.4");
                assertThat(one.evidence())
                    .containsEntry("below", "240")
                    .containsEntry("above", "6")
                    .containsEntry("sharePercent", "40");
              });
    }

    @Test
    void aTenthAsManyJustAboveIsADensityLikeAnyOther() {
      assertThat(hugging(24)).isEmpty();
    }

    @Test
    void fewHoursOrNoLimitTellNothing() {
      assertThat(
              new Series()
                  .with(SO2, 239, at -> "47")
                  .limit(SO2, "50")
                  .find(Kind.LIMIT_HUGGING, SO2))
          .isEmpty();
      assertThat(new Series().with(SO2, 600, at -> "47").find(Kind.LIMIT_HUGGING, SO2)).isEmpty();
    }
  }

  @Nested
  class Step {

    private Series jumping(String after) {
      return new Series()
          .with(SO2, 80, at -> at == 75 ? after : Integer.toString(30 + at % 3))
          .with(FLOW, 80, at -> "100");
    }

    @Test
    void aJumpWhileAllElseStandsStillIsAsked() {
      assertThat(jumping("45").find(Kind.STEP, SO2))
          .extracting(Suspicion::from)
          .containsExactly(hour(75), hour(76));
    }

    @Test
    void tenDeviationsAreNotMoreThanTen() {
      assertThat(jumping("41").find(Kind.STEP, SO2)).isEmpty();
    }

    @Test
    void aJumpWithTheFlowIsNone() {
      assertThat(jumping("45").with(FLOW, 80, at -> at == 75 ? "130" : "100").find(Kind.STEP, SO2))
          .isEmpty();
    }

    @Test
    void withTooLittleKnownBeforeNobodyCanTell() {
      assertThat(
              new Series()
                  .with(SO2, 48, at -> at == 40 ? "90" : Integer.toString(30 + at % 3))
                  .with(FLOW, 48, at -> "100")
                  .find(Kind.STEP, SO2))
          .isEmpty();
    }
  }

  @Nested
  class CopiedBlock {

    private String noise(int hour) {
      return 20 + new Random(hour).nextInt(90) + "." + new Random(hour * 31L).nextInt(100);
    }

    @Test
    void sixHoursThatCameBeforeAreACopyAndNameTheirOriginal() {
      assertThat(
              new Series()
                  .with(SO2, 100, at -> noise(at >= 60 && at < 68 ? at - 48 : at))
                  .find(Kind.COPIED_BLOCK, SO2))
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.from()).isEqualTo(hour(60));
                assertThat(one.to()).isEqualTo(hour(68));
                assertThat(one.evidence())
                    .containsEntry("original", "2026-01-01T12:00:00+08:00")
                    .containsEntry("hours", "8");
              });
    }

    @Test
    void fiveHoursAreNotNorIsARepeatedFreeze() {
      assertThat(
              new Series()
                  .with(SO2, 100, at -> noise(at >= 60 && at < 65 ? at - 48 : at))
                  .find(Kind.COPIED_BLOCK, SO2))
          .isEmpty();
      assertThat(
              new Series()
                  .with(SO2, 100, at -> Integer.toString(at % 3))
                  .find(Kind.COPIED_BLOCK, SO2))
          .isEmpty();
    }
  }

  @Nested
  class NightShift {

    private Series days(int days, String night, String flowByNight) {
      return new Series()
          .with(SO2, days * 24, at -> at % 24 < 5 ? night : "40")
          .with(FLOW, days * 24, at -> at % 24 < 5 ? flowByNight : "100");
    }

    @Test
    void nightsBelowHalfOfTheDaysAtTheSameFlowAreAsked() {
      assertThat(days(10, "19", "90").find(Kind.NIGHT_SHIFT, SO2))
          .singleElement()
          .satisfies(one -> assertThat(one.evidence()).containsEntry("percent", "47.5"));
    }

    @Test
    void halfItselfIsNotNorANightOfLittleFlowNorSixNights() {
      assertThat(days(10, "20", "90").find(Kind.NIGHT_SHIFT, SO2)).isEmpty();
      assertThat(days(10, "10", "50").find(Kind.NIGHT_SHIFT, SO2)).isEmpty();
      assertThat(days(6, "10", "90").find(Kind.NIGHT_SHIFT, SO2)).isEmpty();
    }

    @Test
    void withoutAFlowNobodyCanTell() {
      assertThat(
              new Series()
                  .with(SO2, 240, at -> at % 24 < 5 ? "10" : "40")
                  .find(Kind.NIGHT_SHIFT, SO2))
          .isEmpty();
    }
  }

  @Nested
  class DeclaredStop {

    @Test
    void flowWhileAStopIsMarkedIsAsked() {
      assertThat(
              new Series()
                  .with(FLOW, "100", "110", "90", "12x", "11x", "4x", "100")
                  .find(Kind.DECLARED_STOP, FLOW))
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.from()).isEqualTo(hour(3));
                assertThat(one.to()).isEqualTo(hour(5));
                assertThat(one.evidence())
                    .containsEntry("flow", "12")
                    .containsEntry("usual", "100");
              });
    }

    @Test
    void aTenthOfTheUsualIsNot() {
      assertThat(new Series().with(FLOW, "100", "100", "100", "10x").find(Kind.DECLARED_STOP, FLOW))
          .isEmpty();
    }
  }

  @Test
  void equalHoursOfFlowAreHowAPlantIsRunAndOxygenRepeatsItself() {
    assertThat(
            new Series()
                .with(OXYGEN, 9, at -> "6.1")
                .with(SO2, 9, at -> Integer.toString(20 + at))
                .find(Kind.FROZEN, OXYGEN))
        .isEmpty();
    assertThat(
            new Series()
                .with(FLOW, 9, at -> "100")
                .with(SO2, 9, at -> Integer.toString(20 + at))
                .find(Kind.FROZEN, FLOW))
        .isEmpty();
  }

  @Test
  void setPointsAndStatesAreNeverSuspected() {
    HourSeries series =
        new Series()
            .with("a01012", 40, at -> "550")
            .with(SO2, 40, at -> Integer.toString(at % 7))
            .with(FLOW, 40, at -> "1")
            .series();

    assertThat(Distrust.factors(series)).containsExactlyInAnyOrder(SO2, FLOW);
  }

  @Test
  void everyKindHasATestAndEveryFigureARow() {
    assertThat(Distrust.ofHours()).doesNotContainAnyElementsOf(Distrust.ofMonths());
    assertThat(Distrust.ofHours().size() + Distrust.ofMonths().size())
        .isEqualTo(Kind.values().length);
    assertThat(Figure.values()).allSatisfy(figure -> assertThat(figure.tag()).isIn("O", "T", "D"));
  }
}
