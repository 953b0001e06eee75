package io.touchline.domain.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.Medium;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "91350100M000100Y43", // an example that goes with GB 32100-2015 (recall)
        "91630121000000019P",
        "9163020300000006XX",
        "911401080000001587",
      })
  void checkOfACodeFollowsFromItsFirstSeventeenCharacters(String code) {
    assertThat(CreditCode.hasForm(code)).isTrue();
    assertThat(CreditCode.check(code)).isEqualTo(code.charAt(17));
  }

  @ParameterizedTest
  @CsvSource({
    "91350100M000100Y43, 0, 8", // one character wrong
    "91350100M000100Y43, 9, 1",
    "91350100M000100Y43, 16, 5",
  })
  void oneWrongCharacterChangesTheCheck(String code, int at, char by) {
    String wrong = code.substring(0, at) + by + code.substring(at + 1);

    assertThat(CreditCode.check(wrong)).isNotEqualTo(code.charAt(17));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "91350100M000100Y4", "91350100M000100Y433", "91350100I000100Y43", "9135 "})
  void whatIsTooLongTooShortOrHasALetterThatIsNotUsedHasNotTheForm(String code) {
    assertThat(CreditCode.hasForm(code)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "630000, PROVINCE, ''",
    "630100, PREFECTURE, 630000",
    "630121, COUNTY, 630100 630000",
    "632801, COUNTY, 632800 630000",
    "419001, COUNTY, 419000 410000",
    "110105, COUNTY, 110100 110000",
  })
  void aRegionCodeSaysItsLevelAndWhereItLies(String code, RegionCode.Level level, String parents) {
    assertThat(RegionCode.hasForm(code)).isTrue();
    assertThat(new RegionCode(code).level()).isEqualTo(level);
    assertThat(new RegionCode(code).parents())
        .isEqualTo(parents.isEmpty() ? Set.of() : Set.of(parents.split(" ", -1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"63", "63000", "6300000", "030000", "63010A", ""})
  void whatIsNotSixDigitsIsNoRegionCode(String code) {
    assertThat(RegionCode.hasForm(code)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "91630121000000019P001P, true",
    "91630121000000019P01P, false",
    "91630121000000019P001, false",
    "91630105000000027D001P, false",
  })
  void aPermitsNumberBeginsWithItsDischargersCode(String number, boolean is) {
    assertThat(PermitNumber.isOf("91630121000000019P", number)).isEqualTo(is);
  }

  @ParameterizedTest
  @CsvSource({
    "DA001, true, AIR",
    "DW012, true, WATER",
    "DA1, false, AIR",
    "stack, false, AIR",
  })
  void anOutletsNumberSaysItsMedium(String code, boolean form, Medium medium) {
    assertThat(OutletCode.hasForm(code)).isEqualTo(form);
    if (form) {
      assertThat(OutletCode.isOf(medium, code)).isTrue();
      Medium other = medium == Medium.AIR ? Medium.WATER : Medium.AIR;
      assertThat(OutletCode.isOf(other, code)).isFalse();
    }
  }
}
