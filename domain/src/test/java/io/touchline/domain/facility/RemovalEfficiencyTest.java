package io.touchline.domain.facility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemovalEfficiencyTest {

  private static final String SO2 = "a21026";

  @ParameterizedTest(name = "{0} in, {1} out: {2} %")
  @CsvSource({
    "1000, 100, 90",
    "1000, 0, 100",
    "1000, 1000, 0",
    "1000, 1200, -20",
    "1500, 35, 97.6667",
    "0.001, 0.0003, 70"
  })
  void concentrationsGiveTheShareThatWasTakenOut(String in, String out, String percent) {
    RemovalEfficiency efficiency = of(new Hours().with(0, "a21026-in", in).with(0, SO2, out));

    assertThat(efficiency.percent()).hasToString(percent);
    assertThat(efficiency.basis()).isEqualTo(RemovalEfficiency.Basis.CONCENTRATION);
  }

  @Test
  void withTheVolumeOfBothSidesTheMassesDecide() {
    RemovalEfficiency efficiency =
        of(
            new Hours()
                .with(0, "a21026-in", "1000")
                .volume(0, "a00000-in", "100000")
                .with(0, SO2, "100")
                .volume(0, "a00000", "250000"));

    assertThat(efficiency).hasToString("RemovalEfficiency[percent=75, basis=MASS, in=100, out=25]");
  }

  @Test
  void aVolumeOfOneSideAloneDecidesNothing() {
    assertThat(
            of(new Hours()
                    .with(0, "a21026-in", "1000")
                    .with(0, SO2, "100")
                    .volume(0, "a00000", "250000"))
                .basis())
        .isEqualTo(RemovalEfficiency.Basis.CONCENTRATION);
  }

  @Test
  void nothingThatGoesInNoPair() {
    assertThat(pair(new Hours().with(0, "a21026-in", "0").with(0, SO2, "1"))).isFalse();
    assertThat(pair(new Hours().with(0, "a21026-in", "-3").with(0, SO2, "1"))).isFalse();
  }

  @Test
  void aSideThatIsMissingOrNotValidNoPair() {
    assertThat(pair(new Hours().with(0, SO2, "1"))).isFalse();
    assertThat(pair(new Hours().with(0, "a21026-in", "1000"))).isFalse();
    assertThat(pair(new Hours().invalid(0, "a21026-in", "1000").with(0, SO2, "1"))).isFalse();
    assertThat(pair(new Hours().with(0, "a21026-in", "1000").invalid(0, SO2, "1"))).isFalse();
    assertThat(pair(new Hours().with(0, "a21026-in", "1000").with(0, SO2, "-1"))).isFalse();
  }

  @Test
  void ofNoHoursThereIsNone() {
    assertThat(RemovalEfficiency.of(List.of())).isEmpty();
  }

  private static boolean pair(Hours hours) {
    return RemovalEfficiency.pair(SO2, hours.get().get(Hours.DAY)).isPresent();
  }

  private static RemovalEfficiency of(Hours hours) {
    return RemovalEfficiency.of(
            List.of(RemovalEfficiency.pair(SO2, hours.get().get(Hours.DAY)).orElseThrow()))
        .orElseThrow();
  }
}
