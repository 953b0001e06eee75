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
