package io.touchline.domain.distrust;

import static io.touchline.domain.distrust.Series.hour;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.Validity;
import io.touchline.domain.distrust.Suspicion.Kind;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** January with 100 m³ an hour into the treatment. */
class FlowBalanceDetectorTest {

  private static final String WATER = "w00000";
  private static final int WEEK = 168;

  @ParameterizedTest
  @CsvSource({"130, false", "131, true", "70, false", "69, true"})
  void weekThatLiesMoreThanThirtyPercentFromTheInletIsAsked(int out, boolean asked) {
    assertThat(find(WEEK, hour -> out)).hasSize(asked ? 1 : 0);
  }

  @Test
  void findingNamesBothVolumes() {
    assertThat(find(WEEK, hour -> 40))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.factor()).isEqualTo(WATER);
              assertThat(one.from()).isEqualTo(hour(0));
              assertThat(one.to()).isEqualTo(hour(WEEK));
              assertThat(one.score()).hasToString("0.25");
              assertThat(one.text())
                  .isEqualTo(
                      "in 168 hours 16800 m³ flowed in and 6720 m³ out: 40 % of what flowed in");
            });
  }

  @Test
  void daysThatATankEvensOutWithinTheWeekAreNot() {
    assertThat(find(WEEK, hour -> hour / 24 % 2 == 0 ? 20 : 190)).isEmpty();
  }

  @Test
  void weeksThatFollowEachOtherAreOneFindingAndThoseToTheOtherSideAnother() {
    assertThat(find(4 * WEEK, hour -> hour < 2 * WEEK ? 50 : hour < 3 * WEEK ? 100 : 50))
        .extracting(one -> one.evidence().get("hours"))
        .containsExactly("336", "168");
    assertThat(find(2 * WEEK, hour -> hour < WEEK ? 50 : 150))
        .extracting(one -> one.evidence().get("percent"))
        .containsExactly("50", "150");
  }

  @Test
  void lessThanFiveDaysOrNoInletSayNothing() {
    assertThat(find(119, hour -> 10)).isEmpty();
    assertThat(find(120, hour -> 10)).hasSize(1);
    Series alone = new Series();
    for (int at = 0; at < WEEK; at++) {
      alone.volume(at, WATER, "10", Validity.VALID);
    }
    assertThat(alone.find(Kind.FLOW_BALANCE, WATER)).isEmpty();
  }

  @Test
  void hoursThatAreNotValidDoNotCount() {
    Series series = new Series();
    Validity flagged = new Validity(Validity.Reason.FLAGGED, "flag D");
    for (int at = 0; at < WEEK; at++) {
      series.volume(at, WATER, at < 40 ? "9000" : "100", at < 40 ? flagged : Validity.VALID);
      series.volume(at, WATER + "-in", "100", Validity.VALID);
    }
    assertThat(series.find(Kind.FLOW_BALANCE, WATER)).isEmpty();
  }

  private static List<Suspicion> find(int hours, IntUnaryOperator out) {
    Series series = new Series();
    for (int at = 0; at < hours; at++) {
      series.volume(at, WATER, Integer.toString(out.applyAsInt(at)), Validity.VALID);
      series.volume(at, WATER + "-in", "100", Validity.VALID);
    }
    return series.find(Kind.FLOW_BALANCE, WATER);
  }
}
