package io.touchline.domain.flue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.domain.Decimal;
import io.touchline.domain.Unit;
import io.touchline.domain.flue.Derivation.Outcome;
import io.touchline.domain.flue.MeasuredConcentration.Moisture;
import io.touchline.domain.flue.MeasuredConcentration.State;
import java.math.RoundingMode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BasisTest {

  @ParameterizedTest
  @DisplayName("example 1.2: wet SO2 60 at 12 % is 68.18; wet O2 8.0 is 9.09")
  @CsvSource({"60, mg/m3, 12, 68.18", "8.0, %, 12, 9.09", "60, mg/m3, 0, 60.00"})
  void example_1_2_wetToDry(String wet, String unit, String moisture, String dry) {
    Derivation derivation = Basis.dry(Decimal.of(wet), Unit.of(unit), Decimal.of(moisture));

    assertThat(rounded(derivation, 2)).isEqualTo(dry);
    assertThat(derivation.unit()).isEqualTo(Unit.of(unit));
  }

  @Test
  @DisplayName("example 1.3: NO 20 ppm + NO2 2 ppm is 45.2 mg/m3; SO2 10 ppm is 28.6")
  void example_1_3_volumeToMass() {
    Derivation nox = Basis.nitrogenOxidesByVolume(Decimal.of("20"), Decimal.of("2"));

    assertThat(rounded(nox, 1)).isEqualTo("45.2");
    assertThat(nox.working()).isEqualTo("(20 + 2) × 46 / 22.4 = 45.1786 mg/m3");
    assertThat(rounded(Basis.mass(Gas.SO2, Decimal.of("10")), 1)).isEqualTo("28.6");
  }

  @Test
  void nitrogenOxidesByMassAgreeWithThoseByVolume() {
    Decimal no = Basis.mass(Gas.NO, Decimal.of("20")).result();
    Decimal no2 = Basis.mass(Gas.NO2, Decimal.of("2")).result();

    assertThat(rounded(Basis.nitrogenOxidesByMass(no, no2, Unit.MG_PER_M3), 1)).isEqualTo("45.2");
  }

  @Test
  void withoutNo2ThereAreNoNitrogenOxides() {
    Derivation nox = Basis.nitrogenOxidesByVolume(Decimal.of("20"), null);

    assertThat(nox.outcome()).isEqualTo(Outcome.MISSING_INPUT);
    assertThat(nox.working()).isEqualTo("(20 + ?) × 46 / 22.4 = no value: no NO2");
  }

  @Test
  @DisplayName("example 1.4: 100 at 101300 Pa, -800 Pa and 93.4 degrees is 135.3")
  void example_1_4_actualToStandard() {
    Derivation derivation =
        Basis.standard(Decimal.of("100"), Unit.MG_PER_M3, Gases.of("101300", "-800", "93.4", "0"));

    assertThat(rounded(derivation, 1)).isEqualTo("135.3");
    assertThat(derivation.working())
        .isEqualTo("100 × 101325 / (101300 + (-800)) × (273 + 93.4) / 273 = 135.3142 mg/m3");
  }

  @Test
  void onThePlateauThePressureAloneMakesAThirdMore() {
    assertThat(
            rounded(
                Basis.standard(Decimal.of("100"), Unit.MG_PER_M3, Gases.of("77500", "0", "0", "0")),
                1))
        .isEqualTo("130.7");
  }

  @ParameterizedTest
  @CsvSource({"101325, Pa", "77.5, kPa", "775, hPa"})
  void pressureIsReadInItsUnit(String value, String unit) {
    assertThat(BarometricPressure.of(Decimal.of(value), Unit.of(unit))).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"77.5, Pa", "101325, kPa", "0, Pa", "-90000, Pa", "20, m3/h"})
  void pressureOfNoPlaceOnEarthIsNone(String value, String unit) {
    assertThat(BarometricPressure.of(Decimal.of(value), Unit.of(unit))).isEmpty();
    assertThat(BarometricPressure.of(null, Unit.of(unit))).isEmpty();
  }

  @Test
  void aStateOfGasWithoutBarometricPressureCannotBe() {
    assertThatThrownBy(() -> new GasState(null, Decimal.of("0"), Decimal.of("0"), Decimal.of("0")))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("never defaulted");
  }

  @ParameterizedTest
  @CsvSource({"100", "120", "-1"})
  void moistureThatCannotBeGivesNoValue(String moisture) {
    assertThat(Basis.dry(Decimal.of("60"), Unit.MG_PER_M3, Decimal.of(moisture)).outcome())
        .isEqualTo(Outcome.OUT_OF_RANGE);
  }

  @ParameterizedTest
  @CsvSource({"-273, 0", "-300, 0", "50, -90000"})
  void temperatureOrPressureThatCannotBeGivesNoValue(String celsius, String staticPa) {
    assertThat(
            Basis.standard(
                    Decimal.of("60"), Unit.MG_PER_M3, Gases.of("90000", staticPa, celsius, "0"))
                .outcome())
        .isEqualTo(Outcome.OUT_OF_RANGE);
  }

  @Test
  void wetAndActualIsBroughtToBasisInTwoStepsThatAreKept() {
    MeasuredConcentration.BroughtToBasis brought =
        MeasuredConcentration.bring(
            Decimal.of("0.1"),
            Unit.of("g/m3"),
            Moisture.WET,
            State.ACTUAL,
            Gases.of("101300", "-800", "93.4", "12"));

    assertThat(brought.steps())
        .extracting(Derivation::formula)
        .containsExactly(Formula.ACTUAL_TO_STANDARD, Formula.WET_TO_DRY);
    assertThat(brought.concentration().orElseThrow().mgPerM3()).hasToString("153.7661");
  }

  @Test
  void ppmStandsAtStandardStateAndIsOnlyDried() {
    MeasuredConcentration.BroughtToBasis brought =
        MeasuredConcentration.bring(
            Basis.mass(Gas.SO2, Decimal.of("10")),
            Moisture.WET,
            Gases.of("77500", "0", "120", "10"));

    assertThat(brought.steps())
        .extracting(Derivation::formula)
        .containsExactly(Formula.VOLUME_TO_MASS, Formula.WET_TO_DRY);
  }

  @Test
  void aStepWithoutResultLeavesNoConcentrationAndSaysWhy() {
    GasState unknownMoisture =
        new GasState(Gases.pressure("77500"), Decimal.of("0"), Decimal.of("120"), null);

    MeasuredConcentration.BroughtToBasis brought =
        MeasuredConcentration.bring(
            Decimal.of("20"), Unit.MG_PER_M3, Moisture.WET, State.STANDARD, unknownMoisture);

    assertThat(brought.concentration()).isEmpty();
    assertThat(brought.steps().get(0).detail()).isEqualTo("no Xsw");
  }

  @Test
  void whatIsNotByVolumeIsNotTakenForIt() {
    Derivation dried = Basis.dry(Decimal.of("60"), Unit.MG_PER_M3, Decimal.of("12"));

    assertThatThrownBy(
            () ->
                MeasuredConcentration.bring(
                    dried, Moisture.DRY, Gases.of("77500", "0", "120", "10")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String rounded(Derivation derivation, int decimals) {
    return derivation.result().number().setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }
}
