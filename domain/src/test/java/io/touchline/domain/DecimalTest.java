package io.touchline.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {

  @ParameterizedTest
  @ValueSource(strings = {"12.30", "0.00", "-0.8", "1200.", "7", "0.000000000000000001"})
  void parsedNumberComparesEqualToItsText(String text) {
    assertThat(Decimal.of(text).number()).isEqualByComparingTo(text);
  }

  @Test
  void parsedNumberKeepsItsTrailingZeros() {
    assertThat(Decimal.of("12.30")).hasToString("12.30");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "St", "1e5", "1,5", "1.2.3", "--", " 1", "٣", "NaN", "+-1"})
  void textThatIsNoPlainNumberIsNotParsed(String text) {
    assertThat(Decimal.parse(text)).isNull();
  }

  @Test
  void textBeyondAnyMeasurementIsNotParsed() {
    assertThat(Decimal.parse("1".repeat(39))).isNull();
  }

  @ParameterizedTest
  @CsvSource({"45.17857, 45.1786", "2.00005, 2", "2.00015, 2.0002", "60.0000, 60", "1200, 1200"})
  void computedNumberIsRoundedHalfToEvenAtFourDecimals(String exact, String text) {
    assertThat(Decimal.computed(new BigDecimal(exact))).hasToString(text);
  }

  @Test
  void numbersOfDifferentScaleCompareByValue() {
    assertThat(Decimal.of("50.0").exceeds(Decimal.of("50"))).isFalse();
    assertThat(Decimal.of("50.001").exceeds(Decimal.of("50"))).isTrue();
  }

  @Test
  void askingForTheNumberOfATextThatIsNoneFails() {
    assertThatThrownBy(() -> Decimal.of("abc"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'abc'");
  }
}
