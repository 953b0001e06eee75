package io.touchline.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.hj212.Factor.Digits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactorCatalogueTest {

  private final FactorCatalogue catalogue = FactorCatalogue.standard();

  @Test
  void factorIsFoundByItsCodeAndByItsCodeOf2005() {
    Factor sulphurDioxide =
        new Factor(
            "a21026",
            "02",
            "二氧化硫",
            "SO2",
            "mg/m3",
            "kg",
            new Digits(5, 2),
            new Digits(5, 2),
            Medium.AIR,
            "");

    assertThat(catalogue.find("a21026")).contains(sulphurDioxide);
    assertThat(catalogue.find("02")).contains(sulphurDioxide);
    assertThat(catalogue.find("011")).map(Factor::code).contains("w01018");
  }

  @Test
  void codeOutsideTheTablesIsEmpty() {
    assertThat(catalogue.find("a34049")).isEmpty();
    assertThat(catalogue.find("")).isEmpty();
    assertThat(catalogue.familyOf("a34049")).isEmpty();
    assertThat(catalogue.familyOf("")).isEmpty();
  }

  @Test
  void tablesAreWholeAndTheLetterOfACodeTellsItsMedium() {
    assertThat(catalogue.all()).hasSize(97 + 1 + 12 + 18 + 1);
    assertThat(catalogue.all())
        .allMatch(factor -> (factor.medium() == Medium.WATER) == factor.code().startsWith("w"))
        .allMatch(factor -> (factor.medium() == Medium.AIR) == factor.code().startsWith("a"))
        .allMatch(factor -> (factor.medium() == Medium.NOISE) == factor.code().startsWith("L"))
        .allMatch(factor -> (factor.medium() == Medium.DEVICE) == factor.code().startsWith("i"))
        .allMatch(factor -> !factor.zh().isEmpty() && !factor.en().isEmpty());
  }

  @Test
  void nameWithACommaAndTypeWithoutDecimalsAreRead() {
    assertThat(catalogue.find("a25006")).map(Factor::zh).contains("1,2-二甲基苯");
    assertThat(catalogue.find("a34013")).map(Factor::digits).contains(new Digits(4, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "a34013, 4, 0, 4, 1",
    "a19001, 3, 1, 2, 2",
    "a01011, 5, 2, 2, 2",
    "w01018, 5, 1, 5, 1"
  })
  void digitsOf2025StandBesideThoseOf2017WhereTheyAreKnown(
      String code, int integer, int decimals, int integer2025, int decimals2025) {
    Factor factor = catalogue.find(code).orElseThrow();

    assertThat(factor.digits(Edition.V2017)).isEqualTo(new Digits(integer, decimals));
    assertThat(factor.digits(Edition.V2025)).isEqualTo(new Digits(integer2025, decimals2025));
  }

  @ParameterizedTest
  @CsvSource({
    "d20001, d2*, ELECTRICITY",
    "d30017, d3*, ELECTRICITY",
    "p99107, p99*, CONDITION",
    "SB12, SB*, DEVICE",
    "i13099, i1*, DEVICE",
    "e01001, e*, DEVICE"
  })
  void codeThatNoTableListsIsOfAFamily(String code, String family, Medium medium) {
    assertThat(catalogue.find(code)).isEmpty();
    assertThat(catalogue.familyOf(code)).map(Factor::code).contains(family);
    assertThat(catalogue.familyOf(code)).map(Factor::medium).contains(medium);
  }

  @Test
  void stationsOwnFactorIsAddedOrTakesAPlaceAndTheStandardStaysAsItIs() {
    Factor own = Factor.of("a99999", "自定义", "own", "mg/m3", Medium.AIR);
    Factor ozone = Factor.of("a05024", "臭氧", "O3", "ug/m3", Medium.AIR);

    FactorCatalogue station = catalogue.with(own, ozone);

    assertThat(station.find("a99999")).contains(own);
    assertThat(station.find("a05024")).contains(ozone);
    assertThat(station.find("02")).isEqualTo(catalogue.find("02"));
    assertThat(station.familyOf("d20001")).isPresent();
    assertThat(station.all()).hasSize(catalogue.all().size() + 1);
    assertThat(catalogue.find("a99999")).isEmpty();
  }
}
