package io.touchline.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {

  @ParameterizedTest
  @CsvSource({
    "350, ug/L, mg/L, 0.35",
    "0.35, mg/L, µg/L, 350",
    "1500, ng/m3, mg/m³, 0.0015",
    "12.30, mg/m3, mg/Nm3, 12.30"
  })
  void sameDimensionConvertsExactly(String value, String from, String to, String expected) {
    assertThat(Unit.of(from).convert(Decimal.of(value), Unit.of(to))).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "41500, m3/h, m3/s, 11.5278",
    "36, Nm3/h, L/s, 10",
    "11.5, m³/s, m3/h, 41400",
    "11.5, m3/s, L/s, 11500",
    "90, L/min, L/s, 1.5",
    "1000, m3/d, m3/h, 41.6667",
    "0, m3/h, m3/s, 0",
    "101325, Pa, kPa, 101.325"
  })
  void flowsConvertWhateverTimeTheyAreCountedBy(
      String value, String from, String to, String expected) {
    assertThat(Unit.of(from).convert(Decimal.of(value), Unit.of(to))).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({"0.00005, 0", "0.54, 0.0002", "0.9, 0.0002", "1.26, 0.0004"})
  void aFlowByAnotherTimeIsRoundedHalfToEvenOnce(String perHour, String perSecond) {
    assertThat(Unit.of("m3/h").convert(Decimal.of(perHour), Unit.of("m3/s")))
        .hasToString(perSecond);
  }

  @Test
  void differentDimensionsNeverConvert() {
    assertThat(Unit.MG_PER_L.convertsTo(Unit.MG_PER_M3)).isFalse();
    assertThatThrownBy(() -> Unit.MG_PER_L.convert(Decimal.of("1"), Unit.MG_PER_M3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void unknownUnitConvertsOnlyToItself() {
    assertThat(Unit.of("degC").convertsTo(Unit.of("degC"))).isTrue();
    assertThat(Unit.of("degC").convertsTo(Unit.of("kPa"))).isFalse();
  }
}
