package io.touchline.domain.totals;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.Averaging;
import io.touchline.domain.Decimal;
import io.touchline.domain.Medium;
import io.touchline.domain.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

  @ParameterizedTest
  @CsvSource({
    "d20001, ENERGY, d2*, ENERGY",
    "d30012, ENERGY, d3*, ENERGY",
    "d2*, ENERGY, d2*, ENERGY",
    "a21026, MASS, a21026, AIR",
    "w01018, MASS, w01018, WATER",
    "d10001, MASS, d10001, WATER"
  })
  void metersOfAFamilyAreSummedUpTogether(
      String factor, Quantity quantity, String sum, Medium medium) {
    assertThat(Quantity.of(factor)).isEqualTo(quantity);
    assertThat(Quantity.sumOf(factor)).isEqualTo(sum);
    assertThat(Medium.ofFactor(factor)).isEqualTo(medium);
  }

  @ParameterizedTest
  @CsvSource({
    "12.3456, 12346",
    "0.0005, 0",
    "0.0015, 2",
    "1000000, 1000000000",
    "-1, ",
    "99999999999999999999, ",
    ", "
  })
  void kilowattHoursAreWholeWattHoursRoundedHalfToEven(String kilowattHours, Long wattHours) {
    Decimal sent = kilowattHours == null ? null : Decimal.of(kilowattHours);

    assertThat(Quantity.wattHours(sent)).isEqualTo(wattHours);
  }

  @Test
  void energyIsNeverCalledTonnesOrMilligrams() {
    PermittedAmount cap =
        new PermittedAmount(
            "N1",
            "d2*",
            Decimal.of("0.5"),
            PermittedAmount.Period.YEAR,
            LocalDate.of(2026, 1, 1),
            null);
    Budget budget =
        Budget.on(
            LocalDate.of(2026, 1, 2),
            LocalDate.of(2026, 12, 31),
            cap.milligrams(),
            600_000_000,
            0,
            new TreeMap<>());

    assertThat(
            MassLimit.on(LocalDate.of(2026, 1, 2), List.of(cap), "d2*", Averaging.YEAR_MASS)
                .orElseThrow()
                .unit())
        .hasToString("GWh");
    assertThat(budget.reason(Quantity.of("d2*"))).isEqualTo("measured are 0.6 GWh of 0.5 GWh");
    assertThat(Quantity.ENERGY.small()).hasToString("Wh");
  }
}
