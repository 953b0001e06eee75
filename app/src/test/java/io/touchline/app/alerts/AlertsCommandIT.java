package io.touchline.app.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.app.CommandRun;
import io.touchline.app.broker.EmbeddedBroker;
import io.touchline.app.database.EmbeddedDatabase;
import io.touchline.app.role.RoleProcess;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The role as a process of its own, as people run it. */
class AlertsCommandIT {

  @TempDir Path directory;

  @Test
  void alertsReadTheTopicsShowThePagesAndStopWhenAsked() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
        EmbeddedDatabase database = EmbeddedDatabase.start(directory.resolve("database"), 0)) {
      CommandRun run =
          CommandRun.of("topics", "create", "--bootstrap-servers", broker.bootstrapServers());
      assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
      String configuration =
          """
          kafka.bootstrap.servers = %s
          database.url = %s
          database.user = postgres
          alerts.http.port = 0
          portal.port = 0
          metrics.port = 0
          """
              .formatted(broker.bootstrapServers(), database.jdbcUrl());
      try (RoleProcess alerts =
          RoleProcess.start("alerts", directory, "alerts", configuration, Map.of())) {
        alerts.awaitReady();
        String pages = alerts.said("Pages: (\\S+)");
        assertThat(RoleProcess.answer(pages)).startsWith("<!doctype html>").contains("守线");
        assertThat(alerts.page("/health/live")).isEqualTo("up\n");
        assertThat(alerts.page("/metrics"))
            .contains("jvm_memory_used_bytes", "touchline_cases_faults 0.0");
        assertThat(alerts.stop()).contains("The alerts have stopped.");
      }
    }
  }
}
