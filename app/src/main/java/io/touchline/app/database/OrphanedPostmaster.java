package io.touchline.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server that outlives the process that started it: {@code kill -9} of this JVM does not stop
 * PostgreSQL, and a second server on its data would refuse to start.
 */
final class OrphanedPostmaster {

  private static final Logger log = LoggerFactory.getLogger(OrphanedPostmaster.class);
  private static final long PATIENCE_SECONDS = 20;

  private OrphanedPostmaster() {}

  /**
   * Ends the server that runs on the data directory, if one does; committed work is safe whichever
   * way it ends. The caller holds the lock of the directory, so the server has no other master.
   */
  static void stop(Path data) {
    Optional<ProcessHandle> server = runningOn(data);
    if (server.isEmpty()) {
      return;
    }
    log.atWarn().addKeyValue("pid", server.get().pid()).log("stopping a database left behind");
    server.get().destroy();
    if (!ended(server.get())) {
      server.get().destroyForcibly();
      ended(server.get());
    }
  }

  private static Optional<ProcessHandle> runningOn(Path data) {
    Path pidFile = data.resolve("postmaster.pid");
    try {
      if (!Files.exists(pidFile)) {
        return Optional.empty();
      }
      List<String> lines = Files.readAllLines(pidFile);
      // The number may since belong to any other process: only a postgres is meant.
      return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
          .filter(process -> process.info().command().orElse("").endsWith("/postgres"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static boolean ended(ProcessHandle process) {
    try {
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
