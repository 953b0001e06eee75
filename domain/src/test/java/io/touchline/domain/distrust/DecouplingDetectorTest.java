package io.touchline.domain.distrust;

import static io.touchline.domain.distrust.Series.FLOW;
import static io.touchline.domain.distrust.Series.SO2;
import static io.touchline.domain.distrust.Series.hour;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.distrust.Suspicion.Kind;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** Four weeks whose concentration goes with the flow, but for the second. */
class DecouplingDetectorTest {

  private static final int WEEK = 168;

  private static final int[][] NOISE = {noise(1), noise(2), noise(3)};

  private static int[] noise(long seed) {
    return new Random(seed).ints(4 * WEEK, 0, 30).toArray();
  }

  private static int noise(int hour, int seed) {
    return NOISE[seed - 1][hour];
  }

  private static boolean isSecond(int hour) {
    return hour >= WEEK && hour < 2 * WEEK;
  }

  /** The concentration goes with the flow and some noise; in the second week as told. */
  private static Series weeks(int hours, IntUnaryOperator second) {
    return new Series()
        .with(FLOW, hours, at -> Integer.toString(100 + noise(at, 1)))
        .with(
            SO2,
            hours,
            at ->
                Integer.toString(
                    isSecond(at) ? second.applyAsInt(at) : 40 + noise(at, 1) + noise(at, 2) / 2));
  }

  @Test
  void aWeekThatGoesItsOwnWayIsAsked() {
    assertThat(weeks(4 * WEEK, at -> 40 + noise(at, 3)).find(Kind.DECOUPLING, SO2))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.from()).isEqualTo(hour(WEEK));
              assertThat(one.to()).isEqualTo(hour(2 * WEEK));
              assertThat(one.evidence()).containsEntry("hours", "168");
              assertThat(one.text()).contains("in the rest of the month at 0.8");
            });
  }

  @Test
  void aWeekThatFallsWhereTheFlowRisesIsAskedToo() {
    assertThat(weeks(4 * WEEK, at -> 90 - noise(at, 1)).find(Kind.DECOUPLING, SO2))
        .singleElement()
        .satisfies(one -> assertThat(one.evidence().get("correlation")).startsWith("-0.98"));
  }

  @Test
  void aWeekThatGoesWithTheFlowEveryOtherHourIsNot() {
    assertThat(
            weeks(4 * WEEK, at -> 40 + noise(at, at % 2 == 0 ? 1 : 3)).find(Kind.DECOUPLING, SO2))
        .isEmpty();
  }

  @Test
  void whatNeverWentWithTheFlowIsNotAskedAbout() {
    assertThat(
            weeks(4 * WEEK, at -> 40)
                .with(SO2, 4 * WEEK, at -> Integer.toString(40 + noise(at, 3)))
                .find(Kind.DECOUPLING, SO2))
        .isEmpty();
  }

  @Test
  void atASteadyLoadNoiseIsAllThereIs() {
    assertThat(
            weeks(4 * WEEK, at -> 40 + noise(at, 3))
                .with(
                    FLOW,
                    4 * WEEK,
                    at -> Integer.toString(isSecond(at) ? 100 + at % 3 : 100 + noise(at, 1)))
                .find(Kind.DECOUPLING, SO2))
        .isEmpty();
  }

  @Test
  void fewerThan72ChangesOnEitherSideTellNothing() {
    assertThat(weeks(WEEK + 71, at -> 90 - noise(at, 1)).find(Kind.DECOUPLING, SO2)).isEmpty();
    assertThat(weeks(WEEK + 72, at -> 90 - noise(at, 1)).find(Kind.DECOUPLING, SO2)).hasSize(1);
    assertThat(
            weeks(2 * WEEK, at -> 90 - noise(at, 1))
                .with(FLOW, WEEK, at -> at < 100 ? "100x" : Integer.toString(100 + noise(at, 1)))
                .find(Kind.DECOUPLING, SO2))
        .isEmpty();
  }

  @Test
  void aWeekThatStandsStillDoesNotGoWithTheFlow() {
    assertThat(weeks(4 * WEEK, at -> 40).find(Kind.DECOUPLING, SO2)).hasSize(1);
  }

  @Test
  void withoutAFlowNobodyCanTell() {
    assertThat(
            new Series()
                .with(SO2, 4 * WEEK, at -> Integer.toString(noise(at, 1)))
                .find(Kind.DECOUPLING, SO2))
        .isEmpty();
  }
}
