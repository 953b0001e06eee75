package io.touchline.domain.distrust;

import static io.touchline.domain.distrust.Series.FLOW;
import static io.touchline.domain.distrust.Series.SO2;
import static io.touchline.domain.distrust.Series.hour;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.distrust.Suspicion.Kind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Each test of the data on made series: what it finds, what it just does not, what it cannot tell.
 */
class DistrustOfMonthsTest {

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
    void nineTenthsOfTheLimitAreJustBelowAndElevenTenthsNoMoreJustAbove() {
      assertThat(
              new Series()
                  .with(SO2, 600, at -> at < 240 ? "45" : at < 300 ? "55" : "44.9")
                  .limit(SO2, "50")
                  .find(Kind.LIMIT_HUGGING, SO2))
          .singleElement()
          .satisfies(
              one ->
                  assertThat(one.evidence())
                      .containsEntry("below", "240")
                      .containsEntry("above", "0"));
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
}
