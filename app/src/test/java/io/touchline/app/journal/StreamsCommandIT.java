package io.touchline.app.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.touchline.app.CommandRun;
import io.touchline.app.broker.EmbeddedBroker;
import io.touchline.app.role.RoleProcess;
import io.touchline.contract.Topics;
import io.touchline.hj212.PacketWriter;
import java.io.IOException;
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
      try (RoleProcess first = start(address, "first")) {
        first.awaitReady();
        await().atMost(RoleProcess.PATIENCE).until(() -> hours(address).size() == 1);
      }
      send(address, hour(9));
      try (RoleProcess second = start(address, "second")) {
        await().atMost(RoleProcess.PATIENCE).until(() -> hours(address).size() >= 2);
        second.awaitReady();
        assertThat(second.page("/health/live")).isEqualTo("up\n");
        assertThat(second.page("/metrics"))
            .contains("touchline_journal_running 1")
            .contains("kafka_stream");
        assertThat(hours(address))
            .as("one mean an hour: the killed one's is not published again")
            .containsExactly("2026-01-01T08:00:00+08:00", "2026-01-01T09:00:00+08:00");
        assertThat(second.stop()).contains("The journal is stopped.");
      }
    }
  }

  @Test
  void journalWithoutItsTopicsSaysWhichCommandMakesThem() throws IOException {
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0)) {
      CommandRun run = CommandRun.of("streams", "--config", file(broker.bootstrapServers()));

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err())
          .contains("touchline.packets")
          .contains("touchline topics create --bootstrap-servers");
    }
  }

  @Test
  void journalWithoutKafkaSaysWhereItLooked() throws IOException {
    CommandRun run = CommandRun.of("streams", "--config", file("127.0.0.1:1"));

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

  private String configuration(String address) {
    return """
        kafka.bootstrap.servers = %s
        streams.state = %s
        streams.name = journal-1
        streams.threads = 1
        streams.patience.start = 10s
        metrics.port = 0
        """
        .formatted(address, directory.resolve("state"));
  }

  private String file(String address) throws IOException {
    return Files.writeString(directory.resolve("streams.properties"), configuration(address))
        .toString();
  }

  private RoleProcess start(String address, String name) throws IOException {
    return RoleProcess.start("streams", directory, name, configuration(address), Map.of());
  }
}
