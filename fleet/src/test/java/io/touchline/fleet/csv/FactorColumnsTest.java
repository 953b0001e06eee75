package io.touchline.fleet.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.touchline.fleet.FleetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactorColumnsTest {

  @Test
  void readsFactorsAndColumnsInOrder() {
    assertThat(FactorColumns.parse("a21005=10, a21002=11").columnByFactor())
        .containsExactly(entry("a21005", 10), entry("a21002", 11));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a21005", "a21005=", "=3", "a21005=0", "a21005=-1", "a=1,", "a=1;b=2"})
  void saysWhatIsWrongAndShowsHowToWriteIt(String text) {
    assertThatThrownBy(() -> FactorColumns.parse(text))
        .isInstanceOfSatisfying(
            FleetException.class, e -> assertThat(e.fault()).isEqualTo(FleetException.Fault.USAGE))
        .hasMessageContaining("a21005=10,a21002=11");
  }

  @Test
  void aFactorStandsOnce() {
    assertThatThrownBy(() -> FactorColumns.parse("a21005=1,a21005=2"))
        .hasMessageContaining("a21005 stands twice");
  }
}
