package io.touchline.domain.distrust;

import static io.touchline.domain.distrust.Series.FLOW;
import static io.touchline.domain.distrust.Series.OXYGEN;
import static io.touchline.domain.distrust.Series.SO2;
import static io.touchline.domain.distrust.Series.hour;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.Validity;
import io.touchline.domain.distrust.Suspicion.Kind;
import java.util.List;
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
