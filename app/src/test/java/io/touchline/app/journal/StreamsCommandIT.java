package io.touchline.app.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.touchline.app.CommandRun;
import io.touchline.app.broker.EmbeddedBroker;
import io.touchline.contract.Topics;
import io.touchline.hj212.PacketWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The role as a process of its own, as people run it. */
class StreamsCommandIT {

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final String REGISTRY = "src/main/resources/io/touchline/app/demo-registry";
  private static final String REGISTERED = "888888630222000000000006";

  @TempDir Path directory;

  private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);

  @Test
  void journalJudgesWhatComesAndGoesOnWhereAKilledOneStopped() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0)) {
      String address = broker.bootstrapServers();
      run("topics", "create", "--bootstrap-servers", address);
      run("registry", "import", REGISTRY, "--bootstrap-servers", address);
      send(address, hour(8));
      Process first = start(address, "first");
      try {
        assertThat(health(first, "first", "ready")).isEqualTo("up\n");
        await().atMost(PATIENCE).until(() -> hours(address).size() == 1);
      } finally {
        first.destroyForcibly().waitFor();
      }
      send(address, hour(9));
      Process second = start(address, "second");
      try {
        await().atMost(PATIENCE).until(() -> hours(address).size() >= 2);
        assertThat(health(second, "second", "ready")).isEqualTo("up\n");
        assertThat(health(second, "second", "live")).isEqualTo("up\n");
        assertThat(page(second, "second", "/metrics"))
            .contains("touchline_journal_running 1")
            .contains("kafka_stream");
        assertThat(hours(address))
            .as("one mean an hour: the killed one's is not published again")
            .containsExactly("2026-01-01T08:00:00+08:00", "2026-01-01T09:00:00+08:00");
        second.destroy();
        await().atMost(PATIENCE).until(() -> !second.isAlive());
        assertThat(second.exitValue()).as(output("second")).isZero();
        assertThat(output("second")).contains("The journal is stopped.");
      } finally {
        second.destroyForcibly().waitFor();
      }
    }
  }

  @Test
  void journalWithoutItsTopicsSaysWhichCommandMakesThem() {
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0)) {
      CommandRun run =
          CommandRun.of("streams", "--config", configuration("x", broker.bootstrapServers()));

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err())
          .contains("touchline.packets")
          .contains("touchline topics create --bootstrap-servers");
    }
  }

  @Test
  void journalWithoutKafkaSaysWhereItLooked() {
    CommandRun run = CommandRun.of("streams", "--config", configuration("x", "127.0.0.1:1"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("127.0.0.1:1").contains("kafka.bootstrap.servers");
  }

  private static void run(String... command) {
    CommandRun run = CommandRun.of(command);
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
  }

  private static byte[] hour(int hour) {
    return new PacketWriter()
        .qn("202601011%d0500123".formatted(hour - 8))
        .st("31")
        .cn("2061")
        .pw("123456")
        .mn(REGISTERED)
        .flag(5)
        .item("DataTime", "202601010%d0000".formatted(hour))
        .factor("a21026", "Avg", "12.3", "Flag", "N")
        .toFrame();
  }

  private void send(String address, byte[] frame) throws InterruptedException, ExecutionException {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", address),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topics.packets().name(), REGISTERED, frame)).get();
    }
  }

  /** The starts of the hours whose mean of SO2 is published, one for each revision, in order. */
  private List<String> hours(String address) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", address, "isolation.level", "read_committed"),
            new StringDeserializer(),
            new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topics.means().name()).stream()
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<String> starts = new ArrayList<>();
      Pattern start = Pattern.compile("\"start\":\"([^\"]+)\"");
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(
                record -> {
                  Matcher found = start.matcher(record.value());
                  if (record.value().contains("\"HOUR\"")
                      && record.value().contains("\"a21026\"")
                      && found.find()) {
                    starts.add(found.group(1));
                  }
                });
      }
      return starts;
    }
  }

  private String configuration(String name, String address) {
    try {
      return Files.writeString(
              directory.resolve(name + ".properties"),
              """
              kafka.bootstrap.servers = %s
              streams.state = %s
              streams.name = journal-1
              streams.threads = 1
              streams.patience.start = 10s
              metrics.port = 0
              """
                  .formatted(address, directory.resolve("state")))
          .toString();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Process start(String address, String name) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx384m",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "io.touchline.app.Touchline",
                    "streams",
                    "--config=" + configuration(name, address)))
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve(name).toFile());
    builder.environment().put("TOUCHLINE_LANG", "en");
    return builder.start();
  }

  /** The answer of a health page, once it is a good one. */
  private String health(Process process, String name, String which) {
    return await()
        .atMost(PATIENCE)
        .until(() -> page(process, name, "/health/" + which), answer -> answer.startsWith("up"));
  }

  private String page(Process process, String name, String path) throws Exception {
    Pattern wanted = Pattern.compile("Metrics: (\\S+)/metrics");
    await().atMost(PATIENCE).until(() -> !process.isAlive() || wanted.matcher(output(name)).find());
    Matcher found = wanted.matcher(output(name));
    assertThat(found.find()).as(output(name)).isTrue();
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(found.group(1) + path)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private String output(String name) throws IOException {
    return Files.readString(directory.resolve(name));
  }
}
