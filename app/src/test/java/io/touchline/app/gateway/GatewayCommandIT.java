package io.touchline.app.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.touchline.app.CommandRun;
import io.touchline.app.broker.EmbeddedBroker;
import io.touchline.hj212.PacketWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The role as a process of its own, as people run it. */
class GatewayCommandIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final String REGISTRY = "src/main/resources/io/touchline/app/demo-registry";
  private static final String REGISTERED = "888888630222000000000006";

  @TempDir Path directory;

  @Test
  void gatewayTakesAFrameTellsItsMetricsAndDrainsWhenAskedToStop() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0)) {
      String address = broker.bootstrapServers();
      run("topics", "create", "--bootstrap-servers", address);
      run("registry", "import", REGISTRY, "--bootstrap-servers", address);
      Path output = directory.resolve("output");
      Process gateway = start(address, output);
      try {
        int port = Integer.parseInt(said(output, "listens at 127\\.0\\.0\\.1:(\\d+)", gateway));
        String metrics = said(output, "Metrics: (\\S+)", gateway);
        assertThat(answerTo(upload(), port)).contains(";CN=9014;");
        assertThat(page(metrics.replace("/metrics", "/health"))).isEqualTo("up\n");
        assertThat(page(metrics))
            .containsPattern("touchline_gateway_frames_acknowledged_total(\\{.*})? 1\\.0");
        gateway.destroy();
        await().atMost(PATIENCE).until(() -> !gateway.isAlive());
        assertThat(gateway.exitValue()).as(Files.readString(output)).isZero();
        assertThat(Files.readString(output))
            .contains("received 1, accepted 1, quarantined 0, failed 0, acknowledged 1");
      } finally {
        gateway.destroyForcibly().waitFor();
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

  private Process start(String broker, Path output) throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("gateway.properties"),
            "gateway.host = 127.0.0.1\ngateway.port = 0\nmetrics.port = 0\n");
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "io.touchline.app.Touchline",
                    "gateway",
                    "--config=" + file))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("TOUCHLINE_LANG", "en");
    builder.environment().put("TOUCHLINE_KAFKA_BOOTSTRAP_SERVERS", broker);
    return builder.start();
  }

  /** What the pattern's group found in the output, once it is there. */
  private static String said(Path output, String pattern, Process process) throws IOException {
    Pattern wanted = Pattern.compile(pattern);
    await()
        .atMost(PATIENCE)
        .until(() -> !process.isAlive() || wanted.matcher(Files.readString(output)).find());
    Matcher found = wanted.matcher(Files.readString(output));
    assertThat(found.find()).as(Files.readString(output)).isTrue();
    return found.group(1);
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
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket.getOutputStream().write(frame);
      return new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1))
          .readLine();
    }
  }

  private static String page(String address) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
