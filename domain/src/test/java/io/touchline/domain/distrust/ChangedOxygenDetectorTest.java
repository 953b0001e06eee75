package io.touchline.domain.distrust;

import static io.touchline.domain.distrust.Series.FLOW;
import static io.touchline.domain.distrust.Series.OXYGEN;
import static io.touchline.domain.distrust.Series.SO2;
import static io.touchline.domain.distrust.Series.hour;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.EmissionLimit.Basis;
import io.touchline.domain.Validity;
import io.touchline.domain.distrust.Suspicion.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Oxygen of three hours beside a converted value and a limit of 50. */
class ChangedOxygenDetectorTest {

  private static final String NOX = "a21002";

  private static Series hours(String converted, String... oxygen) {
    Series series =
        new Series().with(OXYGEN, oxygen).with(FLOW, oxygen.length, at -> at == 0 ? "100" : "96");
    for (int at = 0; at < oxygen.length; at++) {
      series.put(at, SO2, "20", Validity.VALID, converted, null);
    }
    return series;
  }

  private static List<Suspicion> of(Series series) {
    return series.limit(SO2, "50", Basis.CONVERTED).find(Kind.CHANGED_OXYGEN, OXYGEN);
  }

  @Test
  void aDropWhileTheConvertedValueIsNearItsLimitIsAsked() {
    assertThat(of(hours("45.5", "12", "8.9", "9")))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.from()).isEqualTo(hour(1));
              assertThat(one.to()).isEqualTo(hour(2));
              assertThat(one.score()).hasToString("0.2583");
              assertThat(one.text())
                  .isEqualTo(
                      "from 12 to 8.9 % in an hour while the flow moved by 4 %, after a21026 had"
                          + " come to 45.5 of the limit 50");
            });
  }

  @Test
  void ofTwoPollutantsTheNearerToItsLimitIsNamed() {
    assertThat(
            of(
                hours("46", "12", "6")
                    .put(0, NOX, "80", Validity.VALID, "99", null)
                    .limit(NOX, "100", Basis.CONVERTED)))
        .singleElement()
        .satisfies(one -> assertThat(one.evidence()).containsEntry("pollutant", NOX));
  }

  @Test
  void threePointsAreNotNorIsARiseNorADropOverAGap() {
    assertThat(of(hours("49", "12", "9", "8"))).isEmpty();
    assertThat(of(hours("49", "8", "14"))).isEmpty();
    assertThat(of(hours("49", "12", "", "6"))).isEmpty();
  }

  @Test
  void nineTenthsOfTheLimitAreNotYetNear() {
    assertThat(of(hours("45", "12", "6"))).isEmpty();
  }

  @Test
  void aDropWithTheFlowIsNone() {
    assertThat(of(hours("49", "12", "6").with(FLOW, "100", "95"))).isEmpty();
  }

  @Test
  void oxygenMovesNoMeasuredValue() {
    assertThat(hours("49", "12", "6").limit(SO2, "20").find(Kind.CHANGED_OXYGEN, OXYGEN)).isEmpty();
  }

  @Test
  void withoutAFlowOrALimitNobodyCanTell() {
    assertThat(of(hours("49", "12", "6").with(FLOW, "100x", "96"))).isEmpty();
    assertThat(hours("49", "12", "6").find(Kind.CHANGED_OXYGEN, OXYGEN)).isEmpty();
  }
}
