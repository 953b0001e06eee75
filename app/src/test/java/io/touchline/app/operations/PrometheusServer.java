package io.touchline.app.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchline.app.Ports;
import io.touchline.contract.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A Prometheus on loopback that scrapes every second, where the machine has the program. */
final class PrometheusServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final String address;

  private PrometheusServer(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts it, and returns when it has read every target once.
   *
   * @param targets label role and host:port
   */
  static PrometheusServer start(Path directory, Map<String, String> targets) throws IOException {
    String scrapes =
        targets.entrySet().stream()
            .map(
                target ->
                    "      - targets: ['%s']\n        labels: {role: %s}\n"
                        .formatted(target.getValue(), target.getKey()))
            .collect(Collectors.joining());
    Path configuration =
        Files.writeString(
            directory.resolve("prometheus.yml"),
            """
            global:
              scrape_interval: 1s
            scrape_configs:
              - job_name: touchline
                static_configs:
            """
                + scrapes);
    String address = "127.0.0.1:" + Ports.free();
    Path output = directory.resolve("prometheus.out");
    Process process =
        new ProcessBuilder(
                "prometheus",
                "--config.file=" + configuration,
                "--storage.tsdb.path=" + directory.resolve("prometheus"),
                "--web.listen-address=" + address)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    PrometheusServer server = new PrometheusServer(process, address);
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> !process.isAlive() || server.ask("up == 1").size() == targets.size());
    assertThat(process.isAlive()).as(Files.readString(output)).isTrue();
    return server;
  }

  /** The series that an expression has now, those without a number left out. */
  List<JsonNode> ask(String expression) {
    try {
      String query = URLEncoder.encode(expression, StandardCharsets.UTF_8);
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(
                      URI.create("http://" + address + "/api/v1/query?query=" + query))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(expression + ": " + answer.body()).isEqualTo(200);
      JsonNode result = Json.mapper().readTree(answer.body()).at("/data/result");
      return result
          .valueStream()
          .filter(series -> !series.at("/value/1").asText().equals("NaN"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking " + expression, e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
