package io.touchline.app.registry;

import static io.touchline.app.registry.RegistryFiles.AIR;
import static io.touchline.app.registry.RegistryFiles.WATER;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.app.CommandRun;
import io.touchline.app.Texts;
import io.touchline.contract.OutletRecord;
import io.touchline.domain.ChinaTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of the standards, adoption by name, and four eyes. */
class StandardsOfARegistryTest {

  private static final String SPECIAL = "GB 13223-2011 表2 特别排放限值";

  @TempDir Path directory;

  @BeforeEach
  void inEnglish() {
    Texts.speak(Locale.ENGLISH);
  }

  @Test
  void verifiedRowsJudgeAnOutletOfWhichIsSaidAsWhatItIsRegulated() {
    assertThat(standards("COAL_POWER_NEW", "", ""))
        .containsExactly("a21026 100 GB 13223-2011 表1", "a21002 100 GB 13223-2011 表1");
    assertThat(standards("燃煤发电锅炉（2012年起新建）", "", "")).hasSize(2);
    assertThat(standards("", "", "")).isEmpty();
  }

  @Test
  void anUnverifiedRowJudgesWhereAnOfficerAdoptedItByName() {
    assertThat(standards("COAL_POWER_NEW", SPECIAL, "李某"))
        .containsExactlyInAnyOrder(
            "a21026 100 GB 13223-2011 表1",
            "a21002 100 GB 13223-2011 表1",
            "a34013 20 " + SPECIAL,
            "a21026 50 " + SPECIAL,
            "a21002 100 " + SPECIAL,
            "a20057 0.03 " + SPECIAL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "COAL_POWER_NEW | GB 1 | 李某 | error outlets.csv:2: adopts: 'GB 1' is none of the choices;"
            + " write one of GB 13223-2011, GB 13223-2011 表1,",
        "COAL_POWER_NEW | GB 13223-2011 | '' | error outlets.csv:2: adopted_by: is empty; fill it"
            + " in",
        "'' | GB 13223-2011 | 李某 | error outlets.csv:2: regulated_as: rows of a standard can be"
            + " adopted only for an outlet of which is said as what it is regulated; fill in"
            + " regulated_as",
        "NUCLEAR | '' | '' | error outlets.csv:2: regulated_as: 'NUCLEAR' is none of the choices;"
            + " write one of COAL_POWER_NEW 燃煤发电锅炉（2012年起新建）,",
      })
  void whatCannotBeAdoptedIsTold(String as, String adopts, String by, String said) {
    assertThat(RegistryReader.read(files(as, adopts, by)).findings())
        .extracting(Finding::sentence)
        .singleElement()
        .asString()
        .startsWith(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "张某 | 李某 | 1 | ''",
        "张某 | '' | 0 | note limits.csv:2: approved_by: proposed by 张某 and not approved yet, so the"
            + " row does not judge; have another person approve it",
        "Zhang San | zhang  san | 0 | error limits.csv:2: approved_by: zhang  san both proposed and"
            + " approved the row; have another person approve it",
        "'' | 李某 | 0 | error limits.csv:2: proposed_by: is empty; fill it in",
      })
  void aLimitJudgesOnceAnotherPersonApprovedIt(
      String proposed, String approved, int judging, String said) {
    Registry registry =
        RegistryReader.read(
            new RegistryFiles()
                .with(
                    "limits.csv",
                    "mn,factor,value,unit,averaging,basis,source,valid_from,proposed_by,approved_by",
                    AIR
                        + ",a21026,35,mg/m3,HOUR,CONVERTED,permit,2024-01-01,"
                        + proposed
                        + ","
                        + approved));

    assertThat(registry.outlets().get(0).limits()).hasSize(judging);
    assertThat(registry.findings().stream().map(Finding::sentence).toList())
        .isEqualTo(said.isEmpty() ? List.of() : List.of(said));
  }

  @Test
  void aPermittedAmountCountsOnceAnotherPersonApprovedIt() {
    Registry registry =
        RegistryReader.read(
            new RegistryFiles()
                .with(
                    "permits.csv",
                    "enterprise,permit_no,factor,amount_t,period,valid_from,proposed_by,approved_by",
                    "91610000X,P1,a21026,10,YEAR,2024-01-01,张某,李某",
                    "91610000X,P1,a21002,10,YEAR,2024-01-01,张某,"));

    assertThat(registry.isUsable()).isTrue();
    assertThat(registry.allowances().permits().get(0).amounts())
        .singleElement()
        .satisfies(amount -> assertThat(amount.factor()).isEqualTo("a21026"));
  }

  @Test
  void explainSaysWhichRowJudgesAndWhyTheOthersDoNot() throws IOException {
    RegistryFiles files =
        files("COAL_POWER_NEW", "", "")
            .with(
                "limits.csv",
                "mn,factor,value,unit,averaging,basis,source,clause,valid_from,valid_to",
                AIR + ",a21002,30,mg/m3,HOUR,CONVERTED,P001P,表3,2024-01-01,");
    for (var file : files.all().entrySet()) {
      Files.write(directory.resolve(file.getKey()), file.getValue());
    }

    CommandRun run =
        CommandRun.of(
            "registry", "explain", directory.toString(), "--mn", AIR, "--as-of", "2026-03-01");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith("Limits of 1号锅炉 (" + AIR + ") on 2026-03-01\n")
        .contains(
            """
            a21002 hour mean: 30 mg/m3: permit (P001P 表3)
              the sector standard GB 13223-2011 表1 would allow 100 mg/m3
            """)
        .contains("a34013 hour mean: no row judges\n");

    Texts.speak(Locale.CHINESE);
    Registry registry = RegistryReader.read(files);
    assertThat(
            LimitText.of(
                registry.outlets().get(0),
                registry.standards().get(AIR),
                ChinaTime.parse("2026-03-01T00:00:00+08:00")))
        .contains(
            "a21002 小时均值：30 mg/m3，依据排污许可证（P001P 表3）",
            "  行业标准 GB 13223-2011 表1 允许 100 mg/m3",
            "  特别排放限值 GB 13223-2011 表2 特别排放限值 为 100 mg/m3，未经核实，也没有人为该排口采用");
  }

  private static List<String> standards(String as, String adopts, String by) {
    Registry registry = RegistryReader.read(files(as, adopts, by));
    assertThat(registry.findings()).isEmpty();
    return registry.outlets().get(0).limits().stream()
        .filter(limit -> !limit.source().equals("permit"))
        .map(StandardsOfARegistryTest::text)
        .toList();
  }

  private static String text(OutletRecord.Limit limit) {
    return limit.factor() + ' ' + limit.value() + ' ' + limit.source() + ' ' + limit.clause();
  }

  private static RegistryFiles files(String as, String adopts, String by) {
    return new RegistryFiles()
        .with(
            "outlets.csv",
            "mn,code,name,enterprise,medium,reference_oxygen,valid_from,regulated_as,adopts,"
                + "adopted_by",
            AIR + ",DA001,1号锅炉,91610000X,AIR,6,2024-01-01," + as + "," + adopts + "," + by,
            WATER + ",DW001,x,91610000X,WATER,,2024-01-01,,,");
  }
}
