package io.touchline.domain.distrust;

import static io.touchline.domain.distrust.Series.FLOW;
import static io.touchline.domain.distrust.Series.SO2;
import static io.touchline.domain.distrust.Series.hour;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.distrust.Suspicion.Kind;
import org.junit.jupiter.api.Test;

/** A month with a marked hour every other day. */
class MarkedTooLongDetectorTest {

  private static Series marked(int hours, String value) {
    return new Series()
        .with(SO2, 720, at -> at % 48 == 9 && at / 48 < hours ? value : "20")
        .with(FLOW, 720, at -> at % 48 == 9 ? "100m" : "100");
  }

  @Test
  void elevenHoursOfAMonthAreAsked() {
    assertThat(marked(11, "20m").find(Kind.MARKED_TOO_LONG, SO2))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.from()).isEqualTo(hour(9));
              assertThat(one.to()).isEqualTo(hour(490));
              assertThat(one.score()).hasToString("0.3667");
              assertThat(one.text())
                  .isEqualTo("11 hours of the month marked invalid, more than 10");
            });
  }

  @Test
  void tenHoursAreNotNorAreHoursOfAStop() {
    assertThat(marked(10, "20m").find(Kind.MARKED_TOO_LONG, SO2)).isEmpty();
    assertThat(marked(15, "20x").find(Kind.MARKED_TOO_LONG, SO2)).isEmpty();
  }

  @Test
  void marksOfTheFlowAreNotThoseOfAPollutant() {
    assertThat(marked(0, "20m").find(Kind.MARKED_TOO_LONG, SO2)).isEmpty();
    assertThat(marked(0, "20m").find(Kind.MARKED_TOO_LONG, FLOW)).isEmpty();
  }
}
