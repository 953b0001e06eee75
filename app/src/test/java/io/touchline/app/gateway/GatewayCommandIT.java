package io.touchline.app.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.app.CommandRun;
import io.touchline.app.broker.EmbeddedBroker;
import io.touchline.app.role.RoleProcess;
import io.touchline.hj212.PacketWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The role as a process of its own, as people run it. */
class GatewayCommandIT {

  private static final String REGISTRY = "src/main/resources/io/touchline/app/demo-registry";
  private static final String REGISTERED = "888888630222000000000006";

  @TempDir Path directory;

  @Test
  void gatewayTakesAFrameTellsItsMetricsAndDrainsWhenAskedToStop() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0)) {
      String address = broker.bootstrapServers();
      run("topics", "create", "--bootstrap-servers", address);
      run("registry", "import", REGISTRY, "--bootstrap-servers", address);
      try (RoleProcess gateway = start(address)) {
        int port = Integer.parseInt(gateway.said("listens at 127\\.0\\.0\\.1:(\\d+)"));
        assertThat(answerTo(upload(), port)).contains(";CN=9014;");
        assertThat(gateway.page("/health")).isEqualTo("up\n");
        assertThat(gateway.page("/metrics"))
            .containsPattern("touchline_gateway_frames_acknowledged_total(\\{.*})? 1\\.0")
            .containsPattern("touchline_gateway_acknowledgement_time_seconds_count(\\{.*})? 1");
        assertThat(gateway.stop())
            .contains("received 1, accepted 1, quarantined 0, failed 0, acknowledged 1");
      }
    }
  }

  @Test
  void wrongConfigurationStartsNothingAndExitsWithTwo() throws IOException {
    Path file = Files.writeString(directory.resolve("g.properties"), "gateway.prt=1\n");

    CommandRun run = CommandRun.of("gateway", "--config", file.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("g.properties:1: there is no key gateway.prt");
  }

  private static void run(String... command) {
    CommandRun run = CommandRun.of(command);
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
  }

  /** Kafka's address comes from the environment, the rest from the file. */
  private RoleProcess start(String broker) throws IOException {
    return RoleProcess.start(
        "gateway",
        directory,
        "gateway",
        "gateway.host = 127.0.0.1\ngateway.port = 0\nmetrics.port = 0\n",
        Map.of("TOUCHLINE_KAFKA_BOOTSTRAP_SERVERS", broker));
  }

  private static byte[] upload() {
    return new PacketWriter()
        .qn("20260101090500123")
        .st("31")
        .cn("2051")
        .pw("123456")
        .mn(REGISTERED)
        .flag(5)
        .item("DataTime", "20260101090000")
        .factor("a21026", "Avg", "12.3", "Flag", "N")
        .toFrame();
  }

  private static String answerTo(byte[] frame, int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout((int) RoleProcess.PATIENCE.toMillis());
      socket.getOutputStream().write(frame);
      return new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1))
          .readLine();
    }
  }
}
