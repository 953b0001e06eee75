package io.touchline.domain.flue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.flue.Derivation.Outcome;
import java.math.RoundingMode;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvertedConcentrationTest {

  private static final Instant NOW = ChinaTime.parse("2026-01-15T08:00:00+08:00");

  @ParameterizedTest
  @DisplayName("example 1.5 A: 28 at O2 7.2 is 30.4 by reference 6 and 24.3 by 9, and by alpha too")
  @CsvSource({"6, 1.40, 30.4", "9, 1.75, 24.3"})
  void example_1_5_A_oxygenAndExcessAirAgree(String oxygen, String alpha, String expected) {
    ConvertedConcentration byOxygen =
        convert("28", "7.2", new Reference.Oxygen(Decimal.of(oxygen)));
    ConvertedConcentration byAir = convert("28", "7.2", new Reference.ExcessAir(Decimal.of(alpha)));

    assertThat(rounded(byOxygen, 1)).isEqualTo(expected);
    assertThat(byAir.mgPerM3()).isEqualTo(byOxygen.mgPerM3());
  }

  @Test
  @DisplayName("example 1.6: 21.5 at O2 7.8 by reference 6 is 24.43")
  void example_1_6_convertedForCompliance() {
    ConvertedConcentration converted =
        convert("21.5", "7.8", new Reference.Oxygen(Decimal.of("6")));

    assertThat(rounded(converted, 2)).isEqualTo("24.43");
  }

  @ParameterizedTest
  @CsvSource({
    "21, OXYGEN_OF_AIR",
    "21.0, OXYGEN_OF_AIR",
    "25, OXYGEN_OF_AIR",
    "-0.1, OUT_OF_RANGE"
  })
  void nothingIsConvertedByOxygenOfAirOrBelowZero(String oxygen, Outcome outcome) {
    for (Reference reference : references()) {
      ConvertedConcentration converted = convert("28", oxygen, reference);

      assertThat(converted.mgPerM3()).isEmpty();
      assertThat(converted.derivation().outcome()).isEqualTo(outcome);
    }
  }

  @Test
  void withoutOxygenNothingIsConverted() {
    ConvertedConcentration converted =
        ConvertedConcentration.of(
            Gases.measured("28"), null, new Reference.Oxygen(Decimal.of("6")));

    assertThat(converted.derivation().working())
        .isEqualTo("28 × (21 − 6) / (21 − ?) = no value: no O2");
  }

  @Test
  void whereTheStandardSetsNoneTheMeasuredValueStandsWhateverTheOxygen() {
    assertThat(convert("28", "21", new Reference.None()).mgPerM3()).contains(Decimal.of("28"));
  }

  @Test
  void theWorkingNamesFormulaRuleAndDoubt() {
    ReferenceRules.Row row = ReferenceRules.at(SourceKind.GAS_TURBINE, NOW).orElseThrow();

    Derivation derivation = convert("28", "14.8", row.reference()).by(row.source()).derivation();

    assertThat(derivation.working()).isEqualTo("28 × (21 − 15) / (21 − 14.8) = 27.0968 mg/m3");
    assertThat(derivation.rule()).isEqualTo("GB 13223-2011 reference oxygen, needs check");
    assertThat(derivation.verified()).isFalse();
  }

  @ParameterizedTest
  @DisplayName("table 1.5: reference of each kind of source, and whether the figure was seen")
  @CsvSource({
    "COAL_POWER_BOILER, 6, true",
    "OIL_OR_GAS_POWER_BOILER, 3, false",
    "GAS_TURBINE, 15, false",
    "COAL_BOILER, 9, true",
    "OIL_OR_GAS_BOILER, 3.5, true",
    "WASTE_INCINERATOR, 11, true",
    "CEMENT_KILN, 10, false",
    "CEMENT_DRYER, 8, false",
    "SINTER_MACHINE, 16, true",
    "PELLET_SHAFT_FURNACE, 16, true",
    "GRATE_PELLET, 18, true",
    "COKE_OVEN_CHIMNEY_ULTRA_LOW, 8, false"
  })
  void table_1_5_referenceOxygenOfEachSource(SourceKind kind, String percent, boolean verified) {
    ReferenceRules.Row row = ReferenceRules.at(kind, NOW).orElseThrow();

    assertThat(row.reference()).isEqualTo(new Reference.Oxygen(Decimal.of(percent)));
    assertThat(row.source().verified()).isEqualTo(verified);
  }

  @Test
  void smeltingGoesByExcessAirAndProcessVentsAreNotConverted() {
    assertThat(ReferenceRules.at(SourceKind.NONFERROUS_SMELTING, NOW).orElseThrow().reference())
        .isEqualTo(new Reference.ExcessAir(Decimal.of("1.7")));
    assertThat(ReferenceRules.at(SourceKind.PROCESS_VENT, NOW).orElseThrow().reference())
        .isEqualTo(new Reference.None());
  }

  @ParameterizedTest
  @CsvSource({"2014-06-30T23:00:00+08:00, false", "2014-07-01T00:00:00+08:00, true"})
  void aRowHoldsFromItsFirstDayInChina(String time, boolean holds) {
    assertThat(ReferenceRules.at(SourceKind.COAL_BOILER, ChinaTime.parse(time)).isPresent())
        .isEqualTo(holds);
  }

  @Test
  void anInstrumentThatConvertsByExcessAirContradictsAStandardByOxygen() {
    ReferenceRules.Row boiler = ReferenceRules.at(SourceKind.COAL_BOILER, NOW).orElseThrow();

    assertThat(boiler.contradicts(new Reference.ExcessAir(Decimal.of("1.8")))).isTrue();
    assertThat(boiler.contradicts(boiler.reference())).isFalse();
  }

  @Test
  void referencesThatCannotBeAreRefused() {
    assertThatThrownBy(() -> new Reference.Oxygen(Decimal.of("21")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Reference.ExcessAir(Decimal.of("0")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @DisplayName("guard 1.5: oxygen above 19 with load is suspicious")
  @CsvSource({
    "19, 80, PLAUSIBLE",
    "19.01, 80, SUSPICIOUS",
    "20.9, 80, SUSPICIOUS",
    "20.9, 0, PLAUSIBLE",
    "20.9, , HIGH_WITHOUT_LOAD_KNOWN",
    "21, 80, OF_AIR",
    "-0.2, 80, IMPOSSIBLE",
    ", 80, NOT_KNOWN",
    "6.0, , PLAUSIBLE"
  })
  void guard_1_5_highOxygenUnderLoadIsSuspicious(String oxygen, String load, OxygenCheck check) {
    assertThat(
            OxygenCheck.of(
                Decimal.parse(oxygen),
                Decimal.parse(load),
                FlueChecks.at(FlueChecks.Name.SUSPECT_OXYGEN, NOW)))
        .isEqualTo(check);
  }

  private static Reference[] references() {
    return new Reference[] {
      new Reference.Oxygen(Decimal.of("6")), new Reference.ExcessAir(Decimal.of("1.4"))
    };
  }

  private static ConvertedConcentration convert(String c, String oxygen, Reference reference) {
    return ConvertedConcentration.of(Gases.measured(c), Decimal.of(oxygen), reference);
  }

  private static String rounded(ConvertedConcentration converted, int decimals) {
    return converted
        .mgPerM3()
        .orElseThrow()
        .number()
        .setScale(decimals, RoundingMode.HALF_EVEN)
        .toPlainString();
  }
}
