package io.touchline.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.app.CommandRun;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.totals.Scope;
import io.touchline.domain.totals.TotalPeriod;
import io.touchline.hj212.PacketWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the same frames would have come to under another registry. */
class BacktestTest {

  private static final String MN = "010000A8900016F000169DC0";

  @TempDir Path directory;

  @Test
  void whoWouldHaveExceededUnderATighterLimitIsToldBesideWhatWas() throws IOException {
    Path now = registry("now", "35");
    Path tighter = registry("tighter", "30");
    Path packets = directory.resolve("packets.txt");
    Files.writeString(
        packets, String.join("\n", hour(8, "28"), hour(9, "33.5"), hour(10, "36")) + "\n");

    CommandRun run = replay(now, packets, tighter);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .endsWith(
            MN
                + " hour mean 2026-01-01T09:00:00+08:00 a21026: was within (33.5, limit 35 mg/m3);"
                + " would be exceeds (33.5, limit 30 mg/m3)\n"
                + "Verdicts that change: 1. Would have exceeded: 1, at 1 outlets; would no longer"
                + " exceed: 0\n"
                + "Sums that would pass their permitted amount: 0; that no longer would: 0\n");
    assertThat(Files.readAllLines(directory.resolve("out").resolve("backtest.jsonl")))
        .containsExactly(
            "{\"mean\":{\"mn\":\"010000A8900016F000169DC0\",\"period\":\"HOUR\","
                + "\"start\":\"2026-01-01T09:00:00+08:00\",\"factor\":\"a21026\"},"
                + "\"was\":{\"verdict\":\"COMPLIANT\",\"judged\":\"33.5\",\"limit\":\"35 mg/m3\","
                + "\"rule\":\"a21026/HOUR/MEASURED/permit/table 3/35/2020-01-01\"},"
                + "\"would\":{\"verdict\":\"EXCEEDS\",\"judged\":\"33.5\",\"limit\":\"30 mg/m3\","
                + "\"rule\":\"a21026/HOUR/MEASURED/permit/table 3/30/2020-01-01\"}}");
    assertThat(Files.readAllLines(directory.resolve("out").resolve("exceedances.jsonl")))
        .isNotEmpty();
    assertThat(directory.resolve("out").resolve("against").resolve("means.jsonl")).exists();
  }

  @Test
  void theSameRegistryChangesNothing() throws IOException {
    Path now = registry("now", "35");
    Path packets = directory.resolve("packets.txt");
    Files.writeString(packets, hour(8, "36") + "\n");

    assertThat(replay(now, packets, now).out()).contains("Verdicts that change: 0.");
    assertThat(directory.resolve("out").resolve("backtest.jsonl")).isEmptyFile();
  }

  @ParameterizedTest
  @CsvSource({
    // milligrams emitted, permitted before and after, whether it is told and would be over
    "100, 100, 100, false, false",
    "100, 100, 99, true, true",
    "100, 99, 100, true, false",
    "100, , 99, true, true",
    "100, 99, , true, false",
    "100, 120, 110, false, false",
    "100, 90, 80, false, false",
  })
  void aSumIsToldWhereItPassesATighterBudget(
      long mass, Long before, Long after, boolean told, boolean over) {
    Backtest backtest = Backtest.of(verdicts(mass, before), verdicts(mass, after));

    assertThat(backtest.means()).isEmpty();
    assertThat(backtest.sums()).hasSize(told ? 1 : 0);
    assertThat(backtest.sums()).allMatch(change -> change.wouldExceed() == over);
  }

  @Test
  void theLatestRevisionOfASumIsTheOneThatCounts() {
    Verdicts was = verdicts(100, 90L);
    was.total(total(80, 90L).withRevision(2));

    assertThat(Backtest.of(was, verdicts(80, 90L)).sums()).isEmpty();
  }

  private static Verdicts verdicts(long mass, Long permitted) {
    Verdicts verdicts = new Verdicts();
    verdicts.total(total(mass, permitted));
    return verdicts;
  }

  private static TotalRecord total(long mass, Long permitted) {
    return TotalRecord.of(
        new Scope(Scope.Kind.ENTERPRISE, "E"),
        "a21026",
        TotalPeriod.YEAR,
        ChinaTime.parse("2026-01-01T00:00:00+08:00"),
        mass - 10,
        10,
        permitted,
        1);
  }

  private CommandRun replay(Path registry, Path packets, Path against) {
    return CommandRun.of(
        "replay",
        "--registry",
        registry.toString(),
        "--packets",
        packets.toString(),
        "--out",
        directory.resolve("out").toString(),
        "--against",
        against.toString());
  }

  private Path registry(String name, String limit) throws IOException {
    Path registry = Files.createDirectory(directory.resolve(name));
    Files.writeString(registry.resolve("regions.csv"), "code,name,parent\n630100,西宁市,\n");
    Files.writeString(
        registry.resolve("enterprises.csv"), "code,name,region\n91630000X,模拟电厂,630100\n");
    Files.writeString(
        registry.resolve("outlets.csv"),
        "mn,code,name,enterprise,medium,valid_from\n"
            + MN
            + ",DA001,1号炉,91630000X,AIR,2020-01-01\n");
    Files.writeString(
        registry.resolve("limits.csv"),
        "mn,factor,value,unit,averaging,basis,source,clause,valid_from\n"
            + MN
            + ",a21026,"
            + limit
            + ",mg/m3,HOUR,MEASURED,permit,table 3,2020-01-01\n");
    return registry;
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
}
