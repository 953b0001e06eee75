package io.touchline.app.registry;

import static io.touchline.app.registry.RegistryFiles.AIR;
import static io.touchline.app.registry.RegistryFiles.WATER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.app.Texts;
import io.touchline.contract.Installation;
import io.touchline.contract.OutletRecord;
import io.touchline.domain.Averaging;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit.Basis;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile.Judge;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RegistryReaderTest {

  private static final String ANOTHER = "010000A8900016F000169DC2";

  @BeforeAll
  static void inEnglish() {
    Texts.speak(Locale.ENGLISH);
  }

  @Test
  void aRegistryWithoutAFaultBecomesOutletRecords() {
    Registry registry = RegistryReader.read(new RegistryFiles());

    assertThat(registry.findings()).isEmpty();
    assertThat(registry.isUsable()).isTrue();
    assertThat(registry.outlets()).hasSize(2);
    assertThat(registry.outlets().get(0))
        .isEqualTo(
            new OutletRecord(
                    OutletRecord.SCHEMA_VERSION,
                    AIR,
                    "DA001",
                    "1号锅炉",
                    "91610000X",
                    "某某热电, 有限公司",
                    "610100",
                    "西安市",
                    Medium.AIR,
                    "boiler",
                    Decimal.of("6"),
                    null,
                    Judge.REPORTED,
                    "2017",
                    "123456",
                    LocalDate.of(2024, 1, 1),
                    null,
                    List.of(
                        new OutletRecord.Limit(
                            "a21026",
                            null,
                            Decimal.of("35"),
                            "mg/m3",
                            Averaging.HOUR,
                            Basis.CONVERTED,
                            "permit",
                            "1",
                            LocalDate.of(2024, 1, 1),
                            null)))
                .withInstallation(new Installation(Decimal.of("12.5"), null, null))
                .withSector("D4412"));
  }

  @Test
  void aRangeHasBothEndsAndWaterIsMeasuredWhereNothingIsSaid() {
    OutletRecord.Limit limit =
        RegistryReader.read(new RegistryFiles()).outlets().get(1).limits().get(0);
    assertThat(limit.lower()).isEqualTo(Decimal.of("6"));
    assertThat(limit.value()).isEqualTo(Decimal.of("9"));
    assertThat(limit.basis()).isEqualTo(Basis.MEASURED);
  }

  @Test
  void spreadsheetsMayAddByteOrderMarksCarriageReturnsEmptyLinesAndColumns() {
    byte[] fromSpreadsheet =
        "\uFEFFName , CODE,parent,remark\r\n陕西省,610000,,\"a \"\"quoted\"\"\r\nremark\"\r\n,,,\r\n西安市,610100,610000,\r\n"
            .getBytes(UTF_8);
    Registry registry =
        RegistryReader.read(new RegistryFiles().with("regions.csv", fromSpreadsheet));
    assertThat(registry.findings()).isEmpty();
    assertThat(registry.regions()).isEqualTo(2);
  }

  @Test
  void linesAreCountedAsAnEditorCountsThem() {
    Registry registry =
        RegistryReader.read(
            new RegistryFiles()
                .with(
                    "regions.csv",
                    "code,name,parent",
                    "610000,\"陕西\n省\",",
                    "",
                    "610100,西安市,620000"));
    assertThat(registry.findings().get(0).line()).isEqualTo(5);
  }

  @Test
  void allFaultsAreNamedAndNotTheFirstAlone() {
    Registry registry =
        RegistryReader.read(
            new RegistryFiles()
                .replaced("enterprises.csv", "610100", "999999")
                .replaced("outlets.csv", ",WATER,", ",SOIL,")
                .replaced("limits.csv", ",35,", ",3S,"));
    assertThat(registry.isUsable()).isFalse();
    assertThat(registry.findings().stream().map(Finding::sentence))
        .containsExactly(
            "error enterprises.csv:2: region: region 999999 is not in regions.csv; add it there or"
                + " mend the code",
            "error outlets.csv:3: medium: 'SOIL' is none of the choices; write one of AIR, WATER, ENERGY",
            "error limits.csv:2: value: '3S' is no limit; write a number, as in 35, or a range, as"
                + " in 6-9");
  }

  @ParameterizedTest
  @MethodSource("faults")
  void everyFaultIsNamedWithItsPlaceAndItsMend(
      UnaryOperator<RegistryFiles> fault, String sentence) {
    Registry registry = RegistryReader.read(fault.apply(new RegistryFiles()));
    assertThat(registry.findings().stream().map(Finding::sentence)).contains(sentence);
    assertThat(registry.isUsable()).isEqualTo(!sentence.startsWith("error"));
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault(
            "error limits.csv: the file is missing; make it, with the header"
                + " mn,factor,value,unit,averaging,source,valid_from",
            files -> files.without("limits.csv")),
        fault(
            "error regions.csv: the file is empty; its first line is the header code,name",
            files -> files.with("regions.csv", new byte[0])),
        fault(
            "error regions.csv: the file is not UTF-8; save it as UTF-8 (in Excel: \"CSV UTF-8\")",
            files ->
                files.with(
                    "regions.csv", "code,name\n610000,陕西省".getBytes(Charset.forName("GBK")))),
        fault(
            "error regions.csv: column name is missing; add it to the header",
            files -> files.with("regions.csv", "code,title", "610000,陕西省")),
        fault(
            "error regions.csv: column code is there twice; remove one",
            files -> files.with("regions.csv", "code,name,code", "610000,陕西省,610000")),
        fault(
            "error regions.csv:3: the line has 4 fields and the header 3; put text with a comma"
                + " between double quotes",
            files -> files.replaced("regions.csv", "西安市", "西安,市")),
        fault(
            "error regions.csv:4: code: 610100 is already on line 3; remove one of the two",
            files -> files.added("regions.csv", "610100,长安,")),
        fault(
            "error regions.csv:3: parent: region 620000 is not in regions.csv; add it there or"
                + " mend the code",
            files -> files.replaced("regions.csv", "610100,西安市,610000", "610100,西安市,620000")),
        fault(
            "error regions.csv:2: parent: the parents of region 610000 go in a circle; mend the"
                + " parent",
            files -> files.replaced("regions.csv", "陕西省,", "陕西省,610100")),
        fault(
            "error enterprises.csv:3: code: 91610000X is already on line 2; remove one of the two",
            files -> files.added("enterprises.csv", "91610000X,again,610100,,")),
        fault(
            "error outlets.csv:2: name: is empty; fill it in",
            files -> files.replaced("outlets.csv", "1号锅炉", " ")),
        fault(
            "error outlets.csv:2: enterprise: enterprise 91610000Y is not in enterprises.csv; add"
                + " it there or mend the code",
            files -> files.replaced("outlets.csv", "1号锅炉,91610000X", "1号锅炉,91610000Y")),
        fault(
            "error outlets.csv:4: mn: MN "
                + AIR
                + " is already on line 2; one logger is one outlet: mend one of the two",
            files -> files.added("outlets.csv", outlet(AIR, "DA002", "AIR", "", "", "", ""))),
        fault(
            "error outlets.csv:4: mn: 'has space' cannot be an MN; it is 1 to 64 printable ASCII"
                + " characters without space, semicolon or bar",
            files ->
                files.added("outlets.csv", outlet("has space", "DA002", "AIR", "", "", "", ""))),
        fault(
            "warning outlets.csv:4: code: outlet DA001 of the same enterprise is already on line"
                + " 2; see the permit",
            files -> files.added("outlets.csv", outlet(ANOTHER, "DA001", "AIR", "", "", "", ""))),
        fault(
            "error outlets.csv:4: reference_oxygen: reference oxygen 21 must be at least 0 and"
                + " below 21 (percent)",
            files -> files.added("outlets.csv", outlet(ANOTHER, "DA002", "AIR", "21", "", "", ""))),
        fault(
            "warning outlets.csv:4: reference_oxygen: a waste-water outlet has no reference"
                + " oxygen; leave it empty",
            files ->
                files.added("outlets.csv", outlet(ANOTHER, "DW002", "WATER", "6", "", "", ""))),
        fault(
            "error outlets.csv:4: stack_area: stack area 0 must be above 0 (square metres)",
            files -> files.added("outlets.csv", outlet(ANOTHER, "DA002", "AIR", "", "0", "", ""))),
        fault(
            "error outlets.csv:4: judge: 'MAYBE' is none of the choices; write one of REPORTED,"
                + " RECOMPUTED",
            files ->
                files.added("outlets.csv", outlet(ANOTHER, "DA002", "AIR", "", "", "MAYBE", ""))),
        fault(
            "error outlets.csv:4: edition: '2012' is none of the choices; write one of 2005, 2017,"
                + " 2025",
            files ->
                files.added("outlets.csv", outlet(ANOTHER, "DA002", "AIR", "", "", "", "2012"))),
        fault(
            "error outlets.csv:3: minute_interval: minute interval 7 must be one of 1, 2, 3, 4, 5,"
                + " 6, 10, 12, 15, 20, 30",
            files ->
                files.with(
                    "outlets.csv",
                    "mn,code,name,enterprise,medium,valid_from,minute_interval",
                    AIR + ",DA001,x,91610000X,AIR,2024-01-01,5",
                    WATER + ",DW001,x,91610000X,WATER,2024-01-01,7")),
        fault(
            "error outlets.csv:3: valid_to: the end 2023-12-31 lies before the beginning"
                + " 2024-01-01; the last day itself still counts, and an open end is left empty",
            files -> files.replaced("outlets.csv", "2030-12-31", "2023-12-31")),
        fault(
            "error limits.csv:2: valid_from: '2024-13-01' is no date; write it as 2026-01-31",
            files -> files.replaced("limits.csv", "permit,1,2024-01-01", "permit,1,2024-13-01")),
        fault(
            "error limits.csv:4: mn: MN "
                + ANOTHER
                + " is not in outlets.csv; add it there or mend the MN",
            files ->
                files.added("limits.csv", limit(ANOTHER, "a21026", "35", "HOUR", "2024-01-01"))),
        fault(
            "error limits.csv:2: basis: an air limit must say which concentration it means; write"
                + " MEASURED or CONVERTED",
            files -> files.replaced("limits.csv", "CONVERTED", "")),
        fault(
            "warning limits.csv:3: basis: waste water has no converted concentration, so only what"
                + " the logger itself sends as converted is judged; MEASURED is usual",
            files -> files.replaced("limits.csv", "DAY,,", "DAY,CONVERTED,")),
        fault(
            "warning limits.csv:2: basis: the outlet has no reference oxygen, so the converted"
                + " value is the logger's own, and where it sends none the measured value is"
                + " judged; fill in reference_oxygen in outlets.csv",
            files -> files.replaced("outlets.csv", "boiler,6,", "boiler,,")),
        fault(
            "error limits.csv:3: value: the lower end of the range 9-6 must be below its upper end",
            files -> files.replaced("limits.csv", "6-9", "9-6")),
        fault(
            "error limits.csv:2: unit: unit 'mg/L' cannot be compared with a21026, which loggers"
                + " send in 'mg/m3'; write the limit in 'mg/m3'",
            files -> files.replaced("limits.csv", "mg/m3", "mg/L")),
        fault(
            "warning limits.csv:2: factor: factor a99999 is not in the tables of HJ 212-2017, so"
                + " its unit is not known; see to the code",
            files -> files.replaced("limits.csv", "a21026", "a99999")),
        fault(
            "warning limits.csv:4: factor: factor a21026 is of AIR, the outlet of WATER; see to"
                + " both",
            files -> files.added("limits.csv", limit(WATER, "a21026", "35", "HOUR", "2024-01-01"))),
        fault(
            "error limits.csv:4: valid_from: overlaps line 2 of the same document and clause; end"
                + " the earlier row by its valid_to",
            files -> files.added("limits.csv", limit(AIR, "a21026", "30", "HOUR", "2026-01-01"))),
        fault(
            "error limits.csv:4: value: '6-9' is no single number; a limit of five-minute means is"
                + " the least: write one number such as 850",
            files ->
                files.added(
                    "limits.csv", limit(AIR, "a21026", "6-9", "FIVE_MINUTES", "2024-01-01"))),
        fault(
            "error limits.csv:5: averaging: line 4 judges the same factor day by day; a day is"
                + " judged by its mean or by its five-minute means: take out one of the two",
            files ->
                files
                    .added("limits.csv", limit(AIR, "a21026", "30", "DAY", "2024-01-01"))
                    .added(
                        "limits.csv", limit(AIR, "a21026", "850", "FIVE_MINUTES", "2024-01-01"))),
        fault(
            "error outlets.csv:2: exemption: 'EVERYTHING' is none of the choices; write one of"
                + " WASTE_INCINERATION",
            files ->
                files
                    .replaced("outlets.csv", "valid_to\n", "valid_to,exemption\n")
                    .replaced("outlets.csv", "2024-01-01,\n", "2024-01-01,,EVERYTHING\n")),
        fault(
            "error limits.csv:4: averaging: 'WEEK' is none of the choices; write one of HOUR, DAY,"
                + " FIVE_MINUTES, MONTH_SHARE",
            files -> files.added("limits.csv", limit(AIR, "a21026", "30", "WEEK", "2024-01-01"))));
  }

  @Test
  void rowsOfOneDocumentThatFollowEachOtherDoNotOverlap() {
    Registry registry =
        RegistryReader.read(
            new RegistryFiles()
                .replaced("limits.csv", "permit,1,2024-01-01,", "permit,1,2024-01-01,2025-12-31")
                .added("limits.csv", limit(AIR, "a21026", "30", "HOUR", "2026-01-01")));
    assertThat(registry.findings()).isEmpty();
    assertThat(registry.limits()).isEqualTo(3);
  }

  @Test
  void anUnclosedQuoteIsAFaultOfTheFile() {
    Registry registry =
        RegistryReader.read(new RegistryFiles().added("regions.csv", "\"610200,铜川市,610000"));
    assertThat(registry.findings().get(0).sentence())
        .startsWith(
            "error regions.csv: the quotes do not pair, so the columns cannot be told apart; see to"
                + " the double quotes: ");
  }

  private static Arguments fault(String sentence, UnaryOperator<RegistryFiles> fault) {
    return Arguments.of(Named.of(sentence, fault), sentence);
  }

  private static String outlet(
      String mn,
      String code,
      String medium,
      String oxygen,
      String area,
      String judge,
      String edition) {
    return String.join(
            ",",
            mn,
            code,
            "n",
            "91610000X",
            medium,
            "",
            oxygen,
            area,
            judge,
            edition,
            "",
            "2024-01-01")
        + ",";
  }

  private static String limit(
      String mn, String factor, String value, String averaging, String from) {
    return String.join(
        ",", mn, factor, value, "mg/m3", averaging, "CONVERTED", "permit", "1", from, "");
  }
}
