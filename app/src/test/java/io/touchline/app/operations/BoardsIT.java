package io.touchline.app.operations;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchline.app.CommandRun;
import io.touchline.app.broker.EmbeddedBroker;
import io.touchline.contract.Json;
import io.touchline.hj212.PacketWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The boards and the alert rules against a real Prometheus that scrapes real roles. */
class BoardsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Path BOARDS = Path.of("..", "docker", "grafana", "boards");
  private static final String REGISTRY = "src/main/resources/io/touchline/app/demo-registry";
  private static final String REGISTERED = "888888630222000000000006";
  private static final Pattern METER =
      Pattern.compile("\\b(?:touchline|kafka|jvm|process)_[a-z0-9_]+");

  @TempDir Path directory;

  @Test
  void everyPanelHasDataAndEveryRuleSpeaksOfMetersThatAreThere() throws Exception {
    assumeTrue(
        Promtool.isOnThePath("prometheus"),
        "prometheus is not on the path, so the boards are not checked here: install prometheus");
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
        Roles roles = Roles.start(directory, prepared(broker));
        PrometheusServer prometheus = PrometheusServer.start(directory, roles.targets())) {
      work(roles.gatewayPort());

      assertThat(panelsWithoutData(prometheus)).as("panels without data").isEmpty();
      assertThat(metersOfRules())
          .hasSizeGreaterThan(10)
          .allSatisfy(
              meter -> assertThat(prometheus.ask("count(" + meter + ")")).as(meter).isNotEmpty());
    }
  }

  private static String prepared(EmbeddedBroker broker) {
    String address = broker.bootstrapServers();
    // On a busy machine the broker may take longer than the command waits.
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                CommandRun.of("topics", "create", "--bootstrap-servers", address).exitCode() == 0);
    run("registry", "import", REGISTRY, "--bootstrap-servers", address);
    return address;
  }

  private static void run(String... command) {
    CommandRun run = CommandRun.of(command);
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
  }

  /** Rates need something that moves: good frames and bad ones, over some scrapes. */
  private static void work(int port) throws IOException, InterruptedException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      BufferedReader answers =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
      for (int minute = 10; minute < 40; minute++) {
        socket.getOutputStream().write(upload(minute));
        assertThat(answers.readLine()).contains(";CN=9014;");
        socket.getOutputStream().write("##0012ST=31;CN=201\r\n".getBytes(ISO_8859_1));
        Thread.sleep(300);
      }
    }
  }

  private static byte[] upload(int minute) {
    return new PacketWriter()
        .qn("202601010905" + minute + "123")
        .st("31")
        .cn("2051")
        .pw("123456")
        .mn(REGISTERED)
        .flag(5)
        .item("DataTime", "2026010109" + minute + "00")
        .factor("a21026", "Avg", "12.3", "Flag", "N")
        .toFrame();
  }

  /**
   * Asked again for a while: a rate needs some scrapes, and meters that Kafka Streams adds when it
   * has tasks are looked for once a minute.
   */
  private static List<String> panelsWithoutData(PrometheusServer prometheus) throws IOException {
    List<Query> open = queries();
    assertThat(open).hasSizeGreaterThan(40);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!open.isEmpty() && System.nanoTime() - deadline < 0) {
      open = open.stream().filter(query -> prometheus.ask(query.expression()).isEmpty()).toList();
      await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
    }
    return open.stream().map(Query::toString).toList();
  }

  private static List<Query> queries() throws IOException {
    List<Query> queries = new ArrayList<>();
    try (Stream<Path> files = Files.list(BOARDS)) {
      for (Path file : files.sorted().toList()) {
        JsonNode board = Json.mapper().readTree(Files.readString(file, UTF_8));
        for (JsonNode panel : board.get("panels")) {
          for (JsonNode target : panel.get("targets")) {
            String expression = target.get("expr").asText().replace("$__rate_interval", "1m");
            queries.add(new Query(file.getFileName() + ": " + panel.get("title"), expression));
          }
        }
      }
    }
    return queries;
  }

  /** Those of the machine's disks come from another program, and are left out. */
  private static Set<String> metersOfRules() throws IOException {
    String rules = Files.readString(AlertRulesTest.PROMETHEUS.resolve("alerts.yml"), UTF_8);
    return rules
        .lines()
        .filter(line -> line.strip().startsWith("expr:"))
        .flatMap(line -> METER.matcher(line).results())
        .map(match -> match.group())
        .collect(Collectors.toSet());
  }

  private record Query(String panel, String expression) {}
}
