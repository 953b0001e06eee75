package io.touchline.app.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.touchline.app.CommandRun;
import io.touchline.app.TopicReader;
import io.touchline.app.broker.EmbeddedBroker;
import io.touchline.app.role.RoleProcess;
import io.touchline.contract.Json;
import io.touchline.contract.Topics;
import io.touchline.hj212.PacketWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Beside a journal that runs as a process of its own. */
class RebuildCommandIT {

  private static final String REGISTRY = "src/main/resources/io/touchline/app/demo-registry";
  private static final String REGISTERED = "888888630222000000000006";

  private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);

  @TempDir private Path directory;

  @Test
  void allButWhatSomebodyWroteInComesOutOfTheEvidenceAgain() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0)) {
      String address = broker.bootstrapServers();
      run(0, "topics", "create", "--bootstrap-servers", address);
      run(0, "registry", "import", REGISTRY, "--bootstrap-servers", address);
      String configuration = configuration(address);
      Path file = Files.writeString(directory.resolve("rebuild.properties"), configuration);
      try (RoleProcess journal =
          RoleProcess.start("streams", directory, "journal", configuration, Map.of())) {
        journal.awaitReady();
        send(
            address, List.of(hour(9, "410.0"), hour(8, "12.3"), hour(9, "410.0"), hour(10, "9.5")));
        await().atMost(RoleProcess.PATIENCE).until(() -> means(address).size() >= 3);

        String key = means(address).lastKey();
        forge(address, key);

        assertThat(run(1, "rebuild", "--config", file.toString()))
            .contains("100 % of the frames are read")
            .containsPattern("touchline.means: [3-9] rows, [2-8] the same, 1 differ")
            .contains("touchline.exceedances: 1 rows, 1 the same, 0 differ")
            .contains("DIFFERENT: 1 rows")
            .containsPattern(Pattern.quote(key) + "\n *- .*\"1.0\".*\n *\\+ .*\"9.5\"");
        assertThat(names(address)).as("the second set is gone").noneMatch(RebuildCommandIT::second);
      }
    }
  }

  private static boolean second(String topic) {
    return topic.contains("rebuild");
  }

  private static String run(int exitCode, String... command) {
    CommandRun run = CommandRun.of(command);
    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
    return run.out();
  }

  private static byte[] hour(int hour, String average) {
    return new PacketWriter()
        .qn("20260101%02d0500123".formatted(hour + 1))
        .st("31")
        .cn("2061")
        .pw("123456")
        .mn(REGISTERED)
        .flag(5)
        .item("DataTime", "20260101%02d0000".formatted(hour))
        .factor("a34013", "Avg", average, "Flag", "N")
        .toFrame();
  }

  private void send(String address, List<byte[]> frames) throws Exception {
    try (KafkaProducer<String, byte[]> producer = producer(address)) {
      for (byte[] frame : frames) {
        producer.send(new ProducerRecord<>(topics.packets().name(), REGISTERED, frame)).get();
      }
    }
  }

  /** Somebody with rights on the topic changes a mean. */
  private void forge(String address, String key) throws Exception {
    ObjectNode row = (ObjectNode) Json.mapper().readTree(means(address).get(key));
    row.put("revision", 99);
    ((ObjectNode) row.at("/factors/a34013")).put("value", "1.0");
    try (KafkaProducer<String, byte[]> producer = producer(address)) {
      byte[] json = row.toString().getBytes(StandardCharsets.UTF_8);
      int partition = new PartitionOf(address, topics.means().name()).key(key);
      producer.send(new ProducerRecord<>(topics.means().name(), partition, key, json)).get();
    }
  }

  private static KafkaProducer<String, byte[]> producer(String address) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", address), new StringSerializer(), new ByteArraySerializer());
  }

  private SortedMap<String, byte[]> means(String address) {
    SortedMap<String, byte[]> means = new TreeMap<>();
    try (TopicReader reader = new TopicReader(Map.of("bootstrap.servers", address))) {
      reader.forEach(topics.means().name(), record -> means.put(record.key(), record.value()));
    }
    return means;
  }

  /** Where a key lies. */
  private record PartitionOf(String address, String topic) {
    int key(String key) {
      int[] found = new int[1];
      try (TopicReader reader = new TopicReader(Map.of("bootstrap.servers", address))) {
        reader.forEach(
            topic,
            record -> {
              if (record.key().equals(key)) {
                found[0] = record.partition();
              }
            });
      }
      return found[0];
    }
  }

  private static List<String> names(String address) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
      return List.copyOf(admin.listTopics().names().get());
    }
  }

  private String configuration(String address) {
    return """
        kafka.bootstrap.servers = %s
        streams.state = %s
        streams.threads = 1
        metrics.port = 0
        """
        .formatted(address, directory.resolve("state"));
  }
}
