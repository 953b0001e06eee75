package io.touchline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AveragesTest {

  @ParameterizedTest
  @CsvSource({
    "41 44 39, 41.3333, 41",
    "7.1 7.4 7.2, 7.2333, 7.2",
    "1 2 3 10, 4, 2.5",
    "5, 5, 5",
    "0.00005 0.00005, 0, 0"
  })
  void meanAndMedianAreRoundedOnceHalfToEven(String values, String mean, String median) {
    assertThat(ArithmeticMean.of(decimals(values))).hasToString(mean);
    assertThat(Averages.median(decimals(values))).hasToString(median);
  }

  @ParameterizedTest
  @CsvSource({"3, 4, 75, true, false", "749999, 1000000, 75, false, false", "1, 1, 75, true, true"})
  void sharesAreComparedExactlyAndNotByTheirRoundedPercent(
      long part, long whole, String percent, boolean atLeast, boolean above) {
    assertThat(Averages.isAtLeast(part, whole, Decimal.of(percent))).isEqualTo(atLeast);
    assertThat(Averages.isAbove(part, whole, Decimal.of(percent))).isEqualTo(above);
  }

  private static List<Decimal> decimals(String values) {
    return Arrays.stream(values.split(" ", -1)).map(Decimal::of).toList();
  }
}
