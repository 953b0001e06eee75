package io.touchline.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.app.CommandRun;
import io.touchline.hj212.PacketWriter;
import io.touchline.hj212.Sm4Key;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayCommandTest {

  private static final String MN = "010000A8900016F000169DC0";

  @TempDir private Path directory;

  private Path registry;
  private Path packets;

  @BeforeEach
  void makeRegistry() throws IOException {
    registry = Files.createDirectory(directory.resolve("registry"));
    packets = directory.resolve("packets.txt");
    Files.writeString(registry.resolve("regions.csv"), "code,name,parent\n630100,西宁市,\n");
    Files.writeString(
        registry.resolve("enterprises.csv"),
        "code,name,region,sector,category\n91630000X,模拟电厂,630100,D4411,key\n");
    Files.writeString(
        registry.resolve("outlets.csv"),
        "mn,code,name,enterprise,medium,facility,reference_oxygen,stack_area,judge,edition,"
            + "password,valid_from,valid_to\n"
            + MN
            + ",DA001,1号炉,91630000X,AIR,boiler,,,REPORTED,2017,123456,2020-01-01,\n");
    Files.writeString(
        registry.resolve("limits.csv"),
        "mn,factor,value,unit,averaging,basis,source,clause,valid_from,valid_to\n"
            + MN
            + ",a21026,35,mg/m3,HOUR,MEASURED,permit,table 3,2020-01-01,\n");
  }

  @Test
  void framesBecomeMeansAndExceedancesOneRevisionALine() throws IOException {
    write(hour(8, "36.5"), hour(9, "34"), hour(10, "40.0"));

    CommandRun run = replay();

    assertThat(run.exitCode()).isZero();
    assertThat(lines("means.jsonl"))
        .contains(
            "{\"mn\":\"010000A8900016F000169DC0\",\"period\":\"HOUR\","
                + "\"start\":\"2026-01-01T08:00:00+08:00\",\"factor\":\"a21026\","
                + "\"value\":\"36.5\",\"converted\":\"36.5\",\"unit\":\"mg/m3\",\"massMg\":null,"
                + "\"valid\":true,\"reason\":\"\",\"revision\":1,\"cause\":\"live\","
                + "\"source\":\"REPORTED\"}");
    assertThat(lines("exceedances.jsonl"))
        .containsExactly(
            exceedance("36.5", "0.0429", "08", "09", "OPEN", 1),
            exceedance("36.5", "0.0429", "08", "09", "CLOSED", 2),
            exceedance("40.0", "0.1429", "10", "11", "OPEN", 1));
    assertThat(run.out())
        .contains("factor-hours judged: 3, of them over the limit: 2")
        .contains("exceedances open: 1, closed: 1, withdrawn: 0");
  }

  @Test
  void lineThatIsNoFrameIsQuarantinedWithItsNumberAndStopsNothing() throws IOException {
    write(hour(8, "36.5"), "nonsense", hour(9, "34").replace("a21026-Avg=34", "a21026-Avg=35"));

    CommandRun run = replay();

    assertThat(run.exitCode()).isZero();
    assertThat(lines("quarantine.jsonl"))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("{\"line\":2,\"reason\":\"no-header\""),
            line -> assertThat(line).startsWith("{\"line\":3,\"reason\":\"bad-crc\""));
    assertThat(run.out()).contains("frames: 3, of them quarantined: 2");
  }

  @Test
  void receiptInstantBeforeTheTabTellsLateData() throws IOException {
    write(
        "2026-01-01T09:01:00+08:00\t" + hour(8, "30"),
        "2026-01-05T12:00:00+08:00\t" + hour(9, "31"));

    replay();

    assertThat(lines("means.jsonl"))
        .anyMatch(line -> line.contains("T08:00:00") && line.contains("\"cause\":\"live\""))
        .anyMatch(line -> line.contains("T09:00:00") && line.contains("\"cause\":\"backfill\""));
  }

  @Test
  void whatIsFoundAboutTheDataIsWrittenOneFindingALine() throws IOException {
    write(
        "2026-01-01T09:01:00+08:00\t" + hour(8, "30"),
        "2026-01-01T11:01:00+08:00\t" + hour(10, "30"),
        "2026-01-01T11:05:00+08:00\t" + hour(8, "31"),
        "2026-01-01T11:06:00+08:00\t" + hour(9, "30"));

    replay();

    assertThat(lines("quality.jsonl"))
        .containsExactly(
            "{\"mn\":\"010000A8900016F000169DC0\",\"factor\":\"a21026\","
                + "\"kind\":\"CONFLICTING_UPLOADS\",\"from\":\"2026-01-01T08:00:00+08:00\","
                + "\"to\":\"2026-01-01T09:00:00+08:00\",\"score\":null,"
                + "\"detail\":\"two uploads of one datum: 31, flag N stands, "
                + "another says 30, flag N\",\"revision\":1,\"withdrawn\":false}",
            "{\"mn\":\"010000A8900016F000169DC0\",\"factor\":null,\"kind\":\"GAP\","
                + "\"from\":\"2026-01-01T09:00:00+08:00\",\"to\":null,\"score\":null,"
                + "\"detail\":\"1 hour uploads from 2026-01-01T09:00:00+08:00 "
                + "to 2026-01-01T10:00:00+08:00 missing\",\"revision\":1,\"withdrawn\":false}",
            "{\"mn\":\"010000A8900016F000169DC0\",\"factor\":null,\"kind\":\"GAP\","
                + "\"from\":\"2026-01-01T09:00:00+08:00\","
                + "\"to\":\"2026-01-01T10:00:00+08:00\",\"score\":null,"
                + "\"detail\":\"1 hour uploads from 2026-01-01T09:00:00+08:00 "
                + "to 2026-01-01T10:00:00+08:00 have come\",\"revision\":1,\"withdrawn\":false}");
  }

  @Test
  void aMarkCountsFromTheMomentAtWhichItWasSetAndTakesTheExceedanceBack() throws IOException {
    Files.writeString(
        registry.resolve("marks.csv"),
        "mn,factor,from,to,mark,author,reason,marked_at\n"
            + MN
            + ",,2026-01-01 08:00,2026-01-01 09:00,MAINTENANCE,王工,探头更换,2026-01-01 10:30\n");
    write(hour(8, "36.5"), hour(9, "34"), hour(10, "33"));

    CommandRun run = replay();

    assertThat(run.exitCode()).isZero();
    assertThat(lines("means.jsonl"))
        .filteredOn(line -> line.contains("T08:00:00") && line.contains("HOUR"))
        .hasSize(2)
        .last()
        .asString()
        .contains(
            "\"valid\":false,\"reason\":\"marked MAINTENANCE: 0 unmarked minutes of at least 45\"")
        .contains("\"revision\":2,\"cause\":\"mark\"");
    assertThat(lines("exceedances.jsonl"))
        .containsExactly(
            exceedance("36.5", "0.0429", "08", "09", "OPEN", 1),
            exceedance("36.5", "0.0429", "08", "09", "CLOSED", 2),
            exceedance("36.5", "0.0429", "08", "09", "WITHDRAWN", 3));
  }

  @Test
  void sameInputTwiceGivesTheSameBytes() throws IOException {
    write(hour(8, "36.5"), hour(9, "34"), hour(10, "40.0"), hour(9, "34"));
    replay();
    List<String> means = lines("means.jsonl");
    List<String> exceedances = lines("exceedances.jsonl");

    replay();

    assertThat(lines("means.jsonl")).isEqualTo(means);
    assertThat(lines("exceedances.jsonl")).isEqualTo(exceedances);
  }

  @Test
  void framesAreReadInTheWayThatTheRegistrySaysOfTheirStation() throws IOException {
    Path outlets = registry.resolve("outlets.csv");
    Files.writeString(
        outlets,
        Files.readString(outlets)
            .replace("valid_to\n", "valid_to,stamp,sm4_key\n")
            .replace("2020-01-01,\n", "2020-01-01,,END,0123456789abcdef\n")
            .replace(",2017,", ",2025,"));
    Files.writeString(
        registry.resolve("channels.csv"), "mn,sent,factor,unit\n" + MN + ",SO2,a21026,ug/m3\n");
    byte[] frame =
        new PacketWriter()
            .qn("20260101090100000")
            .st("31")
            .cn("2061")
            .pw("123456")
            .mn(MN)
            .flag(9)
            .item("DataTime", "20260101090000")
            .factor("SO2", "Avg", "36500", "Flag", "N")
            .enciphered(Sm4Key.parse("0123456789abcdef"))
            .toFrame();
    write(escaped(frame));

    CommandRun run = replay();

    assertThat(run.exitCode()).isZero();
    assertThat(lines("means.jsonl"))
        .first()
        .asString()
        .contains("\"start\":\"2026-01-01T08:00:00+08:00\",\"factor\":\"a21026\"")
        .contains("\"value\":\"36.5\"");
    assertThat(lines("exceedances.jsonl")).hasSize(1);
  }

  @Test
  void anEnterpriseOverItsPermitIsWrittenWithItsBudget() throws IOException {
    Files.writeString(
        registry.resolve("permits.csv"),
        """
        enterprise,permit_no,factor,amount_t,period,valid_from,valid_to,clause
        91630000X,P1,a21026,0.003,YEAR,2020-01-01,,table 5
        """);
    write(mass("20260101080000", "20"), mass("20260102080000", "20"));

    CommandRun run = replay();

    assertThat(run.exitCode()).isZero();
    assertThat(lines("exceedances.jsonl"))
        .contains(
            "{\"mn\":\"91630000X\",\"factor\":\"a21026\","
                + "\"rule\":\"a21026/YEAR_MASS/MEASURED/P1/table 5/0.003/2020-01-01\","
                + "\"limit\":\"0.003\",\"worst\":\"0.004\",\"multiple\":\"0.3333\","
                + "\"from\":\"2026-01-02T00:00:00+08:00\",\"to\":\"2026-01-03T00:00:00+08:00\","
                + "\"periods\":1,\"state\":\"OPEN\",\"revision\":1,\"scope\":\"ENTERPRISE\"}");
    assertThat(lines("budgets.jsonl"))
        .singleElement()
        .asString()
        .contains("\"period\":\"YEAR\"", "\"day\":\"2026-01-01\"", "\"leftMg\":1000000,")
        .contains("\"outlook\":\"PACE_UNKNOWN\"");
    assertThat(lines("barometer.jsonl")).isEmpty();
  }

  private static String mass(String dataTime, String value) {
    byte[] frame =
        new PacketWriter()
            .qn(dataTime.substring(0, 8) + "090100000")
            .st("31")
            .cn("2061")
            .pw("123456")
            .mn(MN)
            .flag(5)
            .item("DataTime", dataTime)
            .factor("a21026", "Avg", value, "Flag", "N")
            .factor("a00000", "Avg", "27", "Cou", "100000", "Flag", "N")
            .toFrame();
    return new String(frame, StandardCharsets.US_ASCII).strip();
  }

  @Test
  void registryWithAnErrorIsNotReplayed() throws IOException {
    write(hour(8, "36.5"));
    Files.writeString(
        registry.resolve("limits.csv"),
        "mn,factor,value,unit,averaging,basis,source,clause,valid_from,valid_to\n"
            + MN
            + ",a21026,much,mg/m3,HOUR,MEASURED,permit,table 3,2020-01-01,\n");

    CommandRun run = replay();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("limits.csv").contains("'much'").contains("1 errors");
  }

  @Test
  void missingFileOfPacketsIsWrongUsage() {
    CommandRun run = replay();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("packets.txt");
  }

  @Test
  void whySaysMeanConversionMassVerdictFramesAndRevisionsOfOneNumber() throws IOException {
    Path outlets = registry.resolve("outlets.csv");
    Files.writeString(outlets, Files.readString(outlets).replace("boiler,,,", "boiler,6,,"));
    Path limits = registry.resolve("limits.csv");
    Files.writeString(limits, Files.readString(limits).replace("MEASURED", "CONVERTED"));
    String late = withOxygen("28", "7.2", "20260105120000000");
    write(
        "2026-01-01T09:01:00+08:00\t" + withOxygen("30", "7.2", "20260101090100000"),
        "2026-01-05T12:00:00+08:00\t" + late);

    CommandRun run = replay("--why", MN + "/a21026/2026-01-01T08");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("28 mg/m3 as the logger reported it")
        .contains("28 × (21 − 6) / (21 − 7.2) = 30.4348 mg/m3 [HJ 212-2017 App. D eq. 28]")
        .contains("28 mg/m3 × 1000 m3 = 28000 mg")
        .contains("30.4348 mg/m3 ≤ 35 mg/m3 [permit table 3]")
        .contains("line 2, received 2026-01-05T12:00:00+08:00")
        .contains(late)
        .contains("revision 1 (live): mean 30, converted 32.6087, COMPLIANT")
        .contains("mean 28, converted 30.4348, COMPLIANT");
    assertThat(String.join("", lines("why.json")))
        .contains("\"kind\" : \"CONVERSION\"")
        .contains("\"line\" : 2");
  }

  @Test
  void samplesAreTakenAtTheirReportToldAndShownBesideWhatTheyAreHeldAgainst() throws IOException {
    Files.writeString(
        registry.resolve("samples.csv"),
        "mn,factor,kind,from,to,value,unit,author,reason,reported_at,id\n"
            + MN
            + ",a21026,SUPERVISORY,2026-01-01 08:10,2026-01-01 08:40,42,mg/m3,A,B,2026-01-03,S1\n"
            + MN
            + ",a21026,SUPERVISORY,2026-01-01 10:10,,20,mg/m3,A,B,2026-01-03,S2\n");
    write(hour(8, "30"), hour(9, "31"));

    CommandRun run = replay("--why", MN + "/a21026/2026-01-01T08");

    assertThat(run.exitCode()).isZero();
    assertThat(lines("quality.jsonl"))
        .anyMatch(line -> line.contains("SAMPLE_AGREES") && line.contains("the monitor 30 mg/m3"))
        .anyMatch(line -> line.contains("SAMPLE_EXCEEDS") && line.contains("the limit 35 mg/m3"))
        .anyMatch(line -> line.contains("SAMPLE_ALONE") && line.contains("T10:10:00"));
    assertThat(lines("exceedances.jsonl")).isEmpty();
    assertThat(run.out()).contains("2026-01-01T08:10:00+08:00: 42 mg/m3 (SUPERVISORY, S1)");
    assertThat(run.out()).doesNotContain("S2");
    assertThat(String.join("", lines("why.json"))).contains("\"id\" : \"S1\"");
  }

  @Test
  void whyOfAMeanThatIsNotThereIsAProblemThatNamesIt() throws IOException {
    write(hour(8, "36.5"));

    CommandRun run = replay("--why", MN + "/a21002/2026-01-01T08");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains(MN + "/a21002/2026-01-01T08");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a21026", "MN/a21026/soon", "MN/a21026/2026-13-01", "/a21026/2026-01-01"})
  void whyOfWhatIsNoPeriodIsWrongUsage(String question) throws IOException {
    write(hour(8, "36.5"));

    CommandRun run = replay("--why", question);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("MN/FACTOR/PERIOD");
  }

  private static String withOxygen(String value, String oxygen, String qn) {
    byte[] frame =
        new PacketWriter()
            .qn(qn)
            .st("31")
            .cn("2061")
            .pw("123456")
            .mn(MN)
            .flag(5)
            .item("DataTime", "20260101080000")
            .factor("a00000", "Avg", "0.28", "Cou", "1000", "Flag", "N")
            .factor("a19001", "Avg", oxygen, "Flag", "N")
            .factor("a21026", "Avg", value, "Flag", "N")
            .toFrame();
    return new String(frame, StandardCharsets.US_ASCII).strip();
  }

  private CommandRun replay(String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("replay", "--registry", registry.toString()));
    arguments.addAll(List.of("--packets", packets.toString()));
    arguments.addAll(List.of("--out", directory.resolve("out").toString()));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private void write(String... lines) throws IOException {
    Files.write(packets, List.of(lines));
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(directory.resolve("out").resolve(file));
  }

  private static String hour(int hour, String value) {
    byte[] frame =
        new PacketWriter()
            .qn(String.format("20260101%02d0100000", hour + 1))
            .st("31")
            .cn("2061")
            .pw("123456")
            .mn(MN)
            .flag(5)
            .item("DataTime", String.format("20260101%02d0000", hour))
            .factor("a21026", "Avg", value, "Flag", "N")
            .toFrame();
    return new String(frame, StandardCharsets.US_ASCII).strip();
  }

  private static String escaped(byte[] frame) {
    StringBuilder line = new StringBuilder();
    for (byte b : frame) {
      boolean plain = b > ' ' && b < 0x7F && b != '\\';
      line.append(plain ? String.valueOf((char) b) : String.format("\\x%02X", b));
    }
    return line.toString();
  }

  private static String exceedance(
      String worst, String multiple, String from, String to, String state, int revision) {
    return "{\"mn\":\"010000A8900016F000169DC0\",\"factor\":\"a21026\","
        + "\"rule\":\"a21026/HOUR/MEASURED/permit/table 3/35/2020-01-01\",\"limit\":\"35\","
        + "\"worst\":\""
        + worst
        + "\",\"multiple\":\""
        + multiple
        + "\",\"from\":\"2026-01-01T"
        + from
        + ":00:00+08:00\",\"to\":\"2026-01-01T"
        + to
        + ":00:00+08:00\",\"periods\":1,\"state\":\""
        + state
        + "\",\"revision\":"
        + revision
        + "}";
  }
}
