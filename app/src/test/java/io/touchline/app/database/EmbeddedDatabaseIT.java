package io.touchline.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.app.Complaint;
import io.touchline.app.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {

  @TempDir Path directory;

  @BeforeAll
  static void inEnglish() {
    Texts.speak(Locale.ENGLISH);
  }

  @Test
  void whatWasCommittedIsStillThereAfterARestart() throws SQLException {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(directory, 0)) {
      assertThat(query(database, "show fsync")).isEqualTo("on");
      assertThat(query(database, "show synchronous_commit")).isEqualTo("on");
      execute(database, "create table kept (text varchar)");
      execute(database, "insert into kept values ('守线')");
    }
    try (EmbeddedDatabase database = EmbeddedDatabase.start(directory, 0)) {
      assertThat(query(database, "select text from kept")).isEqualTo("守线");
    }
    assertThat(directory.resolve("data/postmaster.pid")).doesNotExist();
  }

  @Test
  void aServerLeftBehindByAKilledRunGivesWay() throws Exception {
    assertThat(killedRun(directory).waitFor()).isEqualTo(KilledRun.EXIT_CODE);
    String pid = Files.readAllLines(directory.resolve("data/postmaster.pid")).get(0);
    ProcessHandle leftBehind = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();

    try (EmbeddedDatabase database = EmbeddedDatabase.start(directory, 0)) {
      assertThat(leftBehind.isAlive()).isFalse();
      assertThat(query(database, "select text from kept")).isEqualTo("committed");
    }
  }

  private static Process killedRun(Path directory) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            KilledRun.class.getName(),
            directory.toString())
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("killed-run.log").toFile())
        .start();
  }

  /** A JVM that ends as under {@code kill -9}: no hook runs, the server stays. */
  static final class KilledRun {
    static final int EXIT_CODE = 3;

    private KilledRun() {}

    public static void main(String[] arguments) throws SQLException {
      EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]), 0);
      execute(database, "create table kept (text varchar)");
      execute(database, "insert into kept values ('committed')");
      Runtime.getRuntime().halt(EXIT_CODE);
    }
  }

  @Test
  void aFirstStartThatWasCutOffIsMadeAnew() throws Exception {
    Files.createDirectories(directory.resolve("data"));
    Files.writeString(directory.resolve("data/postgresql.conf"), "half made");
    try (EmbeddedDatabase database = EmbeddedDatabase.start(directory, 0)) {
      assertThat(query(database, "select 'serves'")).isEqualTo("serves");
    }
  }

  @Test
  void aPlatformWithoutProgramsIsNamed() {
    assertThatThrownBy(() -> EmbeddedDatabase.checkPlatform("Linux", "aarch64"))
        .isInstanceOf(Complaint.class)
        .hasMessage(
            "The embedded PostgreSQL exists for Linux x86-64 alone; this is Linux aarch64. Run the"
                + " demo on Linux x86-64.");
  }

  private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
