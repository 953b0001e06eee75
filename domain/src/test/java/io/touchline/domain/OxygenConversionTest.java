package io.touchline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OxygenConversionTest {

  /** Worked examples: 28 at 7.2 % by reference 6 and 9; 30 at 6 %, 16 % and 11 % by reference 6. */
  @ParameterizedTest
  @CsvSource({
    "28, 7.2, 6, 30.4348",
    "28, 7.2, 9, 24.3478",
    "30, 6, 6, 30",
    "30, 16, 6, 90",
    "30, 11, 6, 45",
    "21.5, 7.8, 6, 24.4318"
  })
  void measuredIsConvertedByReferenceOxygen(String c, String o2, String ref, String expected) {
    assertThat(OxygenConversion.convert(Decimal.of(c), Decimal.of(o2), Decimal.of(ref)))
        .hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"21", "21.0", "25.3", "-0.1"})
  void oxygenOfAirOrBeyondConvertsNothing(String oxygen) {
    assertThat(OxygenConversion.convert(Decimal.of("28"), Decimal.of(oxygen), Decimal.of("6")))
        .isNull();
  }

  @Test
  void withoutReferenceOxygenTheMeasuredValueStands() {
    assertThat(OxygenConversion.convert(Decimal.of("28.0"), null, null)).hasToString("28.0");
  }

  @Test
  void withoutOxygenThereIsNoConvertedValue() {
    assertThat(OxygenConversion.convert(Decimal.of("28"), null, Decimal.of("6"))).isNull();
  }

  @Test
  void oxygenJustBelowAirGivesAHugeValueAndNoError() {
    assertThat(
            OxygenConversion.convert(
                Decimal.of("99999999999999999999"),
                Decimal.of("20.999999999999999999"),
                Decimal.of("6")))
        .isNotNull();
  }
}
