package io.touchline.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FactorCatalogueTest {

  private final FactorCatalogue catalogue = FactorCatalogue.standard();

  @Test
  void factorIsFoundByItsCodeAndByItsCodeOf2005() {
    Factor sulphurDioxide =
        new Factor("a21026", "02", "二氧化硫", "SO2", "mg/m3", "kg", 5, 2, Medium.AIR);

    assertThat(catalogue.find("a21026")).contains(sulphurDioxide);
    assertThat(catalogue.find("02")).contains(sulphurDioxide);
    assertThat(catalogue.find("011")).map(Factor::code).contains("w01018");
  }

  @Test
  void codeOutsideTheTablesIsEmpty() {
    assertThat(catalogue.find("a05024")).isEmpty();
    assertThat(catalogue.find("")).isEmpty();
  }

  @Test
  void bothTablesAreWholeAndTheLetterOfACodeTellsItsMedium() {
    assertThat(catalogue.all()).hasSize(97);
    assertThat(catalogue.all())
        .allMatch(factor -> (factor.medium() == Medium.WATER) == factor.code().startsWith("w"))
        .allMatch(factor -> !factor.zh().isEmpty() && factor.integerDigits() > 0);
  }

  @Test
  void nameWithACommaAndTypeWithoutDecimalsAreRead() {
    assertThat(catalogue.find("a25006")).map(Factor::zh).contains("1,2-二甲基苯");
    assertThat(catalogue.find("a34013")).map(Factor::decimals).contains(0);
  }
}
