package io.touchline.domain.distrust;

import static io.touchline.domain.distrust.Series.FLOW;
import static io.touchline.domain.distrust.Series.SO2;
import static io.touchline.domain.distrust.Series.hour;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.distrust.Suspicion.Kind;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** Weeks at the floor: of a range of 150 it lies at 1.8. */
class FloorHuggingDetectorTest {

  private static final int WEEK = 168;

  /** Four weeks, some of their hours at the floor. */
  private static Series weeks(IntPredicate low) {
    return new Series()
        .with(SO2, 4 * WEEK, at -> low.test(at) ? "1.8" : "1.9")
        .with(FLOW, 4 * WEEK, at -> "100")
        .range(SO2, "150");
  }

  @Test
  void fourFifthsOfAWeekAtTheFloorAreAsked() {
    assertThat(weeks(at -> at >= WEEK && at < WEEK + 135).find(Kind.FLOOR_HUGGING, SO2))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.from()).isEqualTo(hour(WEEK));
              assertThat(one.to()).isEqualTo(hour(WEEK + 135));
              assertThat(one.score()).hasToString("0.2009");
              assertThat(one.text())
                  .isEqualTo(
                      "135 hours at 1.8 or below while gas or water flowed; 1.5 of the range 150 stands"
                          + " in for the detection limit");
            });
  }

  @Test
  void fewerHoursOfAWeekAreNotNorAreAsManyInTwoWeeks() {
    assertThat(weeks(at -> at < 134).find(Kind.FLOOR_HUGGING, SO2)).isEmpty();
    assertThat(weeks(at -> at >= 90 && at < 90 + 150).find(Kind.FLOOR_HUGGING, SO2)).isEmpty();
  }

  @Test
  void weeksThatFollowEachOtherAreOneFindingAndOthersAreTwo() {
    assertThat(weeks(at -> true).find(Kind.FLOOR_HUGGING, SO2))
        .singleElement()
        .satisfies(one -> assertThat(one.score()).hasToString("1"));
    assertThat(weeks(at -> at < WEEK || at >= 2 * WEEK).find(Kind.FLOOR_HUGGING, SO2))
        .extracting(Suspicion::from)
        .containsExactly(hour(0), hour(2 * WEEK));
  }

  @Test
  void hoursWithoutFlowAndHoursThatAreNotValidDoNotCount() {
    assertThat(
            weeks(at -> at < 140)
                .with(FLOW, 4 * WEEK, at -> at < 10 ? "10" : "100")
                .find(Kind.FLOOR_HUGGING, SO2))
        .isEmpty();
    assertThat(
            weeks(at -> at < 140)
                .with(SO2, 4 * WEEK, at -> at < 10 ? "0x" : at < 140 ? "0" : "9")
                .find(Kind.FLOOR_HUGGING, SO2))
        .isEmpty();
  }

  @Test
  void withoutARangeOrAFlowNobodyCanTell() {
    assertThat(
            new Series()
                .with(SO2, WEEK, at -> "0")
                .with(FLOW, WEEK, at -> "100")
                .find(Kind.FLOOR_HUGGING, SO2))
        .isEmpty();
    assertThat(
            new Series().with(SO2, WEEK, at -> "0").range(SO2, "150").find(Kind.FLOOR_HUGGING, SO2))
        .isEmpty();
  }
}
