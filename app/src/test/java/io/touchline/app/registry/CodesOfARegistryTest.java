package io.touchline.app.registry;

import static io.touchline.app.registry.RegistryFiles.AIR;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.app.Texts;
import io.touchline.contract.EnterpriseRecord;
import io.touchline.contract.EnterpriseRecord.Spared;
import io.touchline.contract.Installation;
import io.touchline.contract.RegionRecord;
import io.touchline.contract.RegistryEntry;
import io.touchline.domain.Decimal;
import io.touchline.domain.code.RegionCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodesOfARegistryTest {

  @BeforeAll
  static void inEnglish() {
    Texts.speak(Locale.ENGLISH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "630121,x,610100 | error regions.csv:4: parent: by its code region 630121 lies in 630000 /"
            + " 630100, not in 610100; mend the parent or the code",
        "610500,x,610100 | error regions.csv:4: parent: by its code region 610500 lies in 610000,"
            + " not in 610100; mend the parent or the code",
        "620000,x,610000 | error regions.csv:4: parent: 620000 is the code of a province and lies"
            + " in no other region; leave parent empty instead of 610000",
        "610102,x, | warning regions.csv:4: parent: region 610102 has no parent, though 610",
        "6101KF,x,610100 | warning regions.csv:4: code: 6101KF is no code of GB/T 2260 (six"
            + " digits), so its level is not known; see whether it is an area that has none",
      })
  void parentsOfARegionFollowFromItsCode(String row, String said) {
    assertThat(findings(new RegistryFiles().added("regions.csv", row)))
        .singleElement()
        .asString()
        .startsWith(said);
  }

  @Test
  void aCountyMayLieInItsPrefectureOrUnderTheProvinceItself() {
    assertThat(
            findings(
                new RegistryFiles()
                    .added("regions.csv", "610102,x,610100")
                    .added("regions.csv", "619001,x,610000")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "91630121000000019P | ",
        "91630121000000019Q | warning enterprises.csv:3: code: the check character of"
            + " 91630121000000019Q should be P (GB 32100), so one of its characters is wrong; see"
            + " to the licence",
        "9163012100000001P | warning enterprises.csv:3: code: '9163012100000001P' is no unified"
            + " social credit code: that has 18 digits and capital letters without I, O, S, V and Z"
            + " (GB 32100); see to the code",
        "OWN-7 | ",
      })
  void theCheckOfACreditCodeIsWorkedOut(String code, String said) {
    List<String> findings =
        findings(new RegistryFiles().added("enterprises.csv", code + ",x,610100,C3110 炼铁,key"));

    assertThat(findings).isEqualTo(said == null ? List.of() : List.of(said));
  }

  @Test
  void anEnterpriseKeepsItsSectorAttributesPermitsAndWhoSaidSo() {
    Registry registry =
        RegistryReader.read(
            new RegistryFiles()
                .with(
                    "enterprises.csv",
                    "code,name,region,sector,category,may_be_spared,valid_from,changed_by,reason",
                    "91610000X,某厂,610100,N7820,key,safety | PUBLIC_FACILITY,2024-01-01,王某,moved")
                .with(
                    "permits.csv",
                    "enterprise,permit_no,factor,amount_t,period,valid_from,valid_to,verified_on",
                    "91610000X,P1,a21026,10,YEAR,2024-01-01,2028-12-31,2025-11-02",
                    "91610000X,P1,a21002,20,YEAR,2024-06-01,2029-05-31,",
                    "91610000X,P2,a34013,1,YEAR,2020-01-01,,"));

    assertThat(registry.findings()).isEmpty();
    assertThat(registry.dischargers())
        .containsExactly(
            new EnterpriseRecord(
                1,
                "91610000X",
                "某厂",
                "610100",
                "N7820",
                "key",
                List.of(Spared.SAFETY, Spared.PUBLIC_FACILITY),
                List.of(
                    new EnterpriseRecord.Permit(
                        "P1",
                        LocalDate.of(2024, 1, 1),
                        LocalDate.of(2029, 5, 31),
                        LocalDate.of(2025, 11, 2)),
                    new EnterpriseRecord.Permit("P2", LocalDate.of(2020, 1, 1), null, null)),
                new RegistryEntry(LocalDate.of(2024, 1, 1), null, "王某", "moved")));
    assertThat(registry.places().get(1))
        .isEqualTo(
            new RegionRecord(1, "610100", "西安市", "610000", RegionCode.Level.PREFECTURE, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sector | enterprises.csv | D4412 | 4412X | warning enterprises.csv:2: sector: sector"
            + " '4412X' is no code of GB/T 4754; write the letter and two to four digits, as in"
            + " D4411",
        "code | outlets.csv | DA001 | stack 1 | warning outlets.csv:2: code: outlet number 'stack"
            + " 1' has not the form of a permit's, DA001 for gas or DW001 for water; see the"
            + " permit",
        "code | outlets.csv | DA001 | DW009 | warning outlets.csv:2: code: outlet number DW009"
            + " does not go with medium AIR: DA is gas, DW is water; see to both",
      })
  void aCellThatIsNoCodeIsTold(String column, String file, String old, String by, String said) {
    assertThat(findings(new RegistryFiles().replaced(file, old, by))).containsExactly(said);
  }

  @Test
  void anOutletKeepsHowItIsBuiltAndMeasured() {
    Registry registry =
        RegistryReader.read(
            new RegistryFiles()
                .with(
                    "outlets.csv",
                    "mn,code,name,enterprise,medium,valid_from,stack_area,velocity_coefficient",
                    AIR + ",DA001,x,91610000X,AIR,2024-01-01,12.5,0.96",
                    RegistryFiles.WATER + ",DW001,x,91610000X,WATER,2024-01-01,,")
                .with("channels.csv", "mn,sent,factor,unit,detection_limit", AIR + ",,a21026,,1.5")
                .replaced("limits.csv", "CONVERTED", "MEASURED"));

    assertThat(registry.findings()).isEmpty();
    assertThat(registry.outlets().get(0).installation())
        .isEqualTo(
            new Installation(
                Decimal.of("12.5"),
                Decimal.of("0.96"),
                new TreeMap<>(java.util.Map.of("a21026", Decimal.of("1.5")))));
    assertThat(registry.outlets().get(1).installation()).isNull();
  }

  @Test
  void aPermitNumberedAfterAnotherHolderIsTold() {
    RegistryFiles files =
        new RegistryFiles()
            .added("enterprises.csv", "91630121000000019P,x,610100,,")
            .with(
                "permits.csv",
                "enterprise,permit_no,factor,amount_t,period,valid_from",
                "91630121000000019P,91630105000000027D001P,a21026,10,YEAR,2024-01-01",
                "91630121000000019P,91630105000000027D001P,a21002,10,YEAR,2024-01-01",
                "91630121000000019P,91630121000000019P001P,a21026,10,YEAR,2024-01-01");

    assertThat(findings(files))
        .containsExactly(
            "warning permits.csv:2: permit_no: permit 91630105000000027D001P is not numbered after"
                + " its holder 91630121000000019P: a permit has the holder's code, three digits"
                + " and a letter; see to both");
  }

  private static List<String> findings(RegistryFiles files) {
    return RegistryReader.read(files).findings().stream().map(Finding::sentence).toList();
  }
}
