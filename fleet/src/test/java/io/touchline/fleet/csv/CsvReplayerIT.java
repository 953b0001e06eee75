package io.touchline.fleet.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.domain.ChinaTime;
import io.touchline.fleet.FleetException;
import io.touchline.fleet.ScriptedCentre;
import io.touchline.fleet.ScriptedCentre.Reply;
import io.touchline.fleet.logger.DeliverySettings;
import io.touchline.fleet.logger.Link;
import io.touchline.fleet.misbehaviour.Misbehaviour;
import io.touchline.hj212.Edition;
import io.touchline.hj212.Packet;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvReplayerIT {

  private static final Instant FROM = ChinaTime.parse("2011-01-01T00:00:00+08:00");
  private static final DeliverySettings IMPATIENT =
      new DeliverySettings(
          1, Duration.ofMillis(120), 2, Duration.ofMillis(20), Duration.ofMillis(100));

  @TempDir Path directory;

  @Test
  void everyRowIsAnUploadWithTheVeryDigitsOfItsCells() throws IOException {
    try (ScriptedCentre centre = ScriptedCentre.answering()) {
      Path file = write("4.5878,0.32663,81.952\n4.2932,0.44784,82.3770\n");

      CsvResult result = run(replay(centre.address(), file, "a21005=2,a21002=3"));

      assertThat(result).isEqualTo(new CsvResult(2, 0, 2, 2, 0, 0, 0));
      assertThat(centre.packets())
          .extracting(packet -> packet.dataTime().orElseThrow() + " " + packet.factors())
          .containsExactly(
              "2011-01-01T00:00 {a21005={Avg=0.32663, Flag=N}, a21002={Avg=81.952, Flag=N}}",
              "2011-01-01T01:00 {a21005={Avg=0.44784, Flag=N}, a21002={Avg=82.3770, Flag=N}}");
      assertThat(centre.packets())
          .allSatisfy(
              packet -> {
                assertThat(packet.cn()).isEqualTo("2061");
                assertThat(packet.st()).isEqualTo("31");
                assertThat(packet.mn()).isEqualTo("88888800000000000000GT11");
                assertThat(packet.wantsAnswer()).isTrue();
              });
    }
  }

  @Test
  void aHeaderIsPassedOverAndCellsWithoutNumberSendNoFactor() throws IOException {
    try (ScriptedCentre centre = ScriptedCentre.answering()) {
      Path file = write("Date,COD,SS\nD-1,84,?\nD-2,?,\nD-3,1e3,x\nD-4,91,17\n");

      CsvResult result = run(replay(centre.address(), file, "w01018=2,w01012=3"));

      assertThat(result).isEqualTo(new CsvResult(4, 2, 2, 2, 0, 5, 0));
      assertThat(centre.packets())
          .extracting(packet -> packet.dataTime().orElseThrow().getHour() + " " + packet.factors())
          .containsExactly(
              "0 {w01018={Avg=84, Flag=N}}",
              "3 {w01018={Avg=91, Flag=N}, w01012={Avg=17, Flag=N}}");
    }
  }

  @Test
  void aFirstRowOfMissingValuesIsNoHeader() throws IOException {
    try (ScriptedCentre centre = ScriptedCentre.answering()) {
      Path file = write("?,NA\n1,2\n");

      CsvResult result = run(replay(centre.address(), file, "a21005=1,a21002=2"));

      assertThat(result.rows()).isEqualTo(2);
      assertThat(centre.packets().get(0).dataTime().orElseThrow().getHour()).isEqualTo(1);
    }
  }

  @Test
  void aZippedFileIsKnownByItsBytes() throws IOException {
    Path file = directory.resolve("series.csv");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("7.5\n".getBytes(StandardCharsets.UTF_8));
    }
    try (ScriptedCentre centre = ScriptedCentre.answering()) {
      assertThat(run(replay(centre.address(), file, "a21002=1")).acknowledged()).isEqualTo(1);
    }
  }

  @Test
  void everyRowIsAcknowledgedThoughAnswersAreLostAndTheLineIsCut() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int row = 0; row < 300; row++) {
      rows.append(row).append(".5\n");
    }
    Set<String> seen = ConcurrentHashMap.newKeySet();
    try (ScriptedCentre centre =
        new ScriptedCentre(
            packet ->
                !seen.add(packet.qn()) || seen.size() % 29 != 0
                    ? Reply.ANSWER
                    : seen.size() % 2 == 0 ? Reply.CUT : Reply.SILENCE)) {

      CsvReplay replay = replay(centre.address(), write(rows.toString()), "a21002=1");

      CsvResult result = new CsvReplayer(IMPATIENT, Clock.systemUTC()).run(replay, told -> {});

      assertThat(result.sent()).isEqualTo(300);
      assertThat(result.acknowledged()).isEqualTo(300);
      assertThat(result.resent()).isGreaterThanOrEqualTo(10);
      assertThat(result.reconnects()).isGreaterThanOrEqualTo(5);
      assertThat(centre.packets().stream().map(Packet::qn).distinct()).hasSize(300);
    }
  }

  @Test
  void aTargetThatRefusesIsTriedForAWhileAndThenNamed() throws IOException {
    InetSocketAddress nobody =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), ScriptedCentre.freePort());
    CsvReplay replay =
        replay(nobody, write("1\n2\n"), "a21002=1").withPatience(Duration.ofMillis(1200));
    List<CsvProgress> told = new CopyOnWriteArrayList<>();

    assertThatThrownBy(() -> new CsvReplayer(IMPATIENT, Clock.systemUTC()).run(replay, told::add))
        .isInstanceOf(FleetException.class)
        .hasMessageContaining(":" + nobody.getPort())
        .hasMessageContaining("0 uploads are acknowledged, 2 are not");
    assertThat(told)
        .isNotEmpty()
        .allSatisfy(progress -> assertThat(progress.link()).isInstanceOf(Link.Down.class));
  }

  @Test
  void aMissingFileIsNamedInBothLanguages() {
    Path nothing = directory.resolve("nothing.csv");
    assertThatThrownBy(() -> run(replay(loopback(), nothing, "a21002=1")))
        .isInstanceOfSatisfying(
            FleetException.class,
            e -> {
              assertThat(e.text(Locale.CHINESE)).contains("找不到文件 " + nothing);
              assertThat(e.text(Locale.ENGLISH)).contains("no file " + nothing);
            });
  }

  @Test
  void aColumnThatARowDoesNotHaveIsNamedWithItsLine() throws IOException {
    try (ScriptedCentre centre = ScriptedCentre.answering()) {
      Path file = write("1,2,3\n\n4,5\n");

      assertThatThrownBy(() -> run(replay(centre.address(), file, "a21002=3")))
          .isInstanceOf(FleetException.class)
          .hasMessageContaining("Line 3 of " + file)
          .hasMessageContaining("column 3 for factor a21002")
          .hasMessageContaining("1 rows went out");
      assertThat(centre.packets()).hasSize(1);
    }
  }

  @Test
  void aFileWithoutDataIsAnError() throws IOException {
    Path file = write("CO,NOx\n");
    assertThatThrownBy(() -> run(replay(loopback(), file, "a21005=1")))
        .hasMessageContaining("no row of data");
  }

  @Test
  void commandsThatCarryNoSeriesAreRefused() {
    assertThatThrownBy(
            () ->
                new CsvReplay(
                    loopback(),
                    directory,
                    FactorColumns.parse("a21005=1"),
                    Duration.ofHours(1),
                    "3020",
                    "31",
                    "M",
                    "123456",
                    FROM,
                    1,
                    Duration.ofSeconds(1)))
        .hasMessageContaining("--cn 3020");
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), ScriptedCentre.freePort());
  }

  private Path write(String text) throws IOException {
    return Files.writeString(directory.resolve("series.csv"), text);
  }

  private static CsvReplay replay(InetSocketAddress target, Path file, String map) {
    return new CsvReplay(
        target,
        file,
        FactorColumns.parse(map),
        Duration.ofHours(1),
        "2061",
        CsvReplay.DEFAULT_SYSTEM_CODE,
        "88888800000000000000GT11",
        CsvReplay.DEFAULT_PASSWORD,
        FROM,
        8,
        Duration.ofSeconds(20));
  }

  private static CsvResult run(CsvReplay replay) {
    return new CsvReplayer(DeliverySettings.STANDARD, Clock.systemUTC())
        .run(replay, progress -> {});
  }

  @Test
  void aMisbehavingLoggerIsToldApartInTheResult() throws IOException {
    try (ScriptedCentre centre = ScriptedCentre.answering()) {
      CsvReplay replay =
          replay(centre.address(), write("1.5\n2.5\n"), "a21002=1")
              .spokenBy(Edition.V2025, Set.of(Misbehaviour.CRC_SWAPPED));

      CsvResult result = new CsvReplayer(IMPATIENT, Clock.systemUTC()).run(replay, told -> {});

      assertThat(result).isEqualTo(new CsvResult(2, 0, 2, 0, 0, 0, 0, 2));
      assertThat(centre.rejected()).hasSize(2);
    }
  }
}
