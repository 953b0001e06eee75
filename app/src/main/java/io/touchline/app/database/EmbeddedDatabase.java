package io.touchline.app.database;

import io.touchline.app.Complaint;
import io.touchline.app.Ports;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * One real PostgreSQL server as a child of this process, on the loopback interface, without
 * passwords. Commits are on disk when they return.
 *
 * <p>All it writes lies under its directory: {@code data}, the unpacked programs in {@code
 * programs}, its log in {@code postgresql.log}.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final Duration LONGEST_START = Duration.ofSeconds(60);
  private static final Set<String> PLATFORMS = Set.of("linux/amd64", "linux/x86_64");

  private final EmbeddedPostgres postgres;
  private final Path data;

  private EmbeddedDatabase(EmbeddedPostgres postgres, Path data) {
    this.postgres = postgres;
    this.data = data;
  }

  /**
   * Starts on what the directory holds, or on a new database where it is empty; returns when
   * clients can connect. A server that a killed run left behind on the directory is stopped first.
   *
   * @param port where clients connect, 0 for a free one; it may differ from one start to the next
   * @throws Complaint where there are no programs for this platform, the port is taken or the
   *     server does not start
   */
  public static EmbeddedDatabase start(Path directory, int port) {
    checkPlatform(System.getProperty("os.name"), System.getProperty("os.arch"));
    int checked = port == 0 ? Ports.free() : Ports.checked(port, "database");
    Path home = directory.toAbsolutePath();
    Path data = home.resolve("data");
    Path log = home.resolve("postgresql.log");
    try {
      Files.createDirectories(home);
      OrphanedPostmaster.stop(data);
      // Beside the data and never above it: the library deletes what looks stale in its directory.
      Path programs = Files.createDirectories(home.resolve("programs"));
      System.setProperty("ot.epg.working-dir", programs.toString());
      InitialisedMark.clearHalfMade(data);
      EmbeddedPostgres postgres = builder(programs, data, log.toFile(), checked).start();
      InitialisedMark.set(data);
      return new EmbeddedDatabase(postgres, data);
    } catch (IOException | RuntimeException e) {
      OrphanedPostmaster.stop(data);
      throw Complaint.because(e, "database.start", log);
    }
  }

  static void checkPlatform(String system, String architecture) {
    String platform = system.toLowerCase(Locale.ROOT) + '/' + architecture;
    if (!PLATFORMS.contains(platform)) {
      throw Complaint.of("database.platform", system, architecture);
    }
  }

  private static EmbeddedPostgres.Builder builder(Path programs, Path data, File log, int port) {
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(programs.toFile())
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        // The library's own hook would stop the server under those that still write to it.
        .setRegisterShutdownHook(false)
        .setPort(port)
        .setPGStartupWait(LONGEST_START)
        .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log))
        .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log))
        .setLocaleConfig("locale", "C")
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("listen_addresses", Ports.LOOPBACK)
        .setServerConfig("unix_socket_directories", "''")
        .setServerConfig("max_connections", "30")
        .setServerConfig("shared_buffers", "32MB")
        .setServerConfig("max_wal_size", "256MB")
        .setServerConfig("io_workers", "1")
        .setServerConfig("max_logical_replication_workers", "0");
  }

  /** For user {@code postgres}, which needs no password. */
  public String jdbcUrl() {
    return "jdbc:postgresql://" + Ports.LOOPBACK + ':' + port() + "/postgres?user=postgres";
  }

  public int port() {
    return postgres.getPort();
  }

  /** Stops the server and waits for its end; clients still connected lose their connection. */
  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw Complaint.because(e, "database.stop", data);
    } finally {
      OrphanedPostmaster.stop(data);
    }
  }
}
