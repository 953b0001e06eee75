package io.touchline.domain.distrust;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.Decimal;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Correlations of few pairs, whose values are known. */
class CorrelationTest {

  private static Correlation of(String... pairs) {
    Correlation all = Correlation.NONE;
    for (String pair : pairs) {
      String[] both = pair.split(" ", -1);
      all = all.plus(Correlation.ofPair(new BigDecimal(both[0]), new BigDecimal(both[1])));
    }
    return all;
  }

  @Test
  void sixTenthsAreNeitherBelowNorAboveSixTenths() {
    Correlation known = of("1 1.4", "-1 0.2", "1 -0.2", "-1 -1.4");

    assertThat(known.value()).hasToString("0.6");
    assertThat(known.isBelow(Decimal.of("0.6"))).isFalse();
    assertThat(known.isAbove(Decimal.of("0.6"))).isFalse();
    assertThat(known.isBelow(Decimal.of("0.6000001"))).isTrue();
    assertThat(known.isAbove(Decimal.of("0.5999999"))).isTrue();
  }

  @Test
  void whatFallsWithTheOtherLiesBelowEveryFigure() {
    Correlation opposite = of("1 -2", "2 -4", "3 -6");

    assertThat(opposite.value()).hasToString("-1");
    assertThat(opposite.isBelow(Decimal.of("0"))).isTrue();
    assertThat(opposite.isAbove(Decimal.of("0"))).isFalse();
  }

  @Test
  void whatDoesNotMoveGoesWithNothing() {
    Correlation still = of("5 1", "5 2", "5 3");

    assertThat(still.value()).hasToString("0");
    assertThat(still.isBelow(Decimal.of("0.1"))).isTrue();
    assertThat(still.isAbove(Decimal.of("0"))).isFalse();
    assertThat(still.isBelow(Decimal.of("0"))).isFalse();
  }

  @Test
  void theWholeLessAPartIsTheRest() {
    Correlation part = of("1 2", "7 3");
    Correlation rest = of("4 4", "6 9", "2 2");

    assertThat(part.plus(rest).minus(part)).isEqualTo(rest);
  }

  @Test
  void varianceIsThatOfTheSecondWhateverTheNumberOfPairs() {
    Correlation twice = of("0 10", "0 14", "0 10", "0 14");

    assertThat(twice.variancePercent(of("0 0", "0 8"))).hasToString("25");
  }
}
