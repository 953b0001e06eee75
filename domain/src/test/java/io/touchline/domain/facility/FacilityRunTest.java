package io.touchline.domain.facility;

import static io.touchline.domain.facility.RunState.RUNS;
import static io.touchline.domain.facility.RunState.STANDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Decimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FacilityRunTest {

  @Test
  void aStateHoldsUntilTheNext() {
    FacilityRun run =
        ofDay(Map.of(Hours.at(8, 0), RUNS, Hours.at(8, 40), STANDS, Hours.at(9, 10), RUNS));

    assertThat(run.standing()).containsExactly(new Span(Hours.at(8, 40), Hours.at(9, 10)));
    assertThat(run.running())
        .containsExactly(
            new Span(Hours.at(8, 0), Hours.at(8, 40)), new Span(Hours.at(9, 10), Hours.at(10, 10)));
  }

  @Test
  void ofALongSilenceNothingIsKnown() {
    FacilityRun run = ofDay(Map.of(Hours.at(8, 0), STANDS, Hours.at(12, 0), STANDS));

    assertThat(run.standing())
        .containsExactly(
            new Span(Hours.at(8, 0), Hours.at(9, 0)), new Span(Hours.at(12, 0), Hours.at(13, 0)));
    assertThat(run.running()).isEmpty();
  }

  @Test
  void aStateOfTheDayBeforeHoldsIntoTheDayAndTheLastEndsWithIt() {
    FacilityRun run = ofDay(Map.of(Hours.at(-1, 30), STANDS, Hours.at(23, 50), RUNS));

    assertThat(run.standing()).containsExactly(new Span(Hours.DAY, Hours.at(0, 30)));
    assertThat(run.running()).containsExactly(new Span(Hours.at(23, 50), Hours.at(24, 0)));
  }

  @Test
  void whatItRanOfAnHourIsCountedWithinTheHour() {
    FacilityRun run =
        ofDay(Map.of(Hours.at(7, 50), RUNS, Hours.at(8, 20), STANDS, Hours.at(8, 50), RUNS));

    assertThat(run.ran(Hours.at(8, 0), Hours.at(9, 0))).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void aTenthOfTheUsualFlowIsStandingStill() {
    Hours hours =
        new Hours().with(0, "a00000", "100").with(1, "a00000", "10").with(2, "a00000", "10.1");

    FacilityRun run = FacilityRun.ofHours(hours.get(), "a00000", new UsualLevel(Decimal.of("100")));

    assertThat(run.running())
        .containsExactly(
            new Span(Hours.at(0, 0), Hours.at(1, 0)), new Span(Hours.at(2, 0), Hours.at(3, 0)));
    assertThat(run.standing()).containsExactly(new Span(Hours.at(1, 0), Hours.at(2, 0)));
  }

  @Test
  void whereNothingIsUsualOnlyNothingAtAllIsStandingStill() {
    Hours hours =
        new Hours().with(0, "d30001", "5").with(1, "d30001", "0").invalid(2, "d30001", "0");

    FacilityRun run = FacilityRun.ofHours(hours.get(), "d30001", null);

    assertThat(run.running()).isEmpty();
    assertThat(run.standing()).containsExactly(new Span(Hours.at(1, 0), Hours.at(2, 0)));
  }

  @ParameterizedTest
  @CsvSource({"23, false", "24, true"})
  void aDayOfRunningHoursSaysWhatIsUsual(int running, boolean known) {
    Hours hours = new Hours();
    for (int hour = 0; hour < 60; hour++) {
      hours.with(hour, "a00000", hour < running ? "100" : "0");
    }

    assertThat(UsualLevel.of(hours.get(), "a00000").map(UsualLevel::level))
        .isEqualTo(known ? Optional.of(Decimal.of("100")) : Optional.empty());
  }

  private static FacilityRun ofDay(Map<Instant, RunState> said) {
    return FacilityRun.ofStates(
        new TreeMap<>(said), Hours.DAY, AveragingPeriod.DAY.endOf(Hours.DAY));
  }
}
