package io.touchline.app.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.app.CommandRun;
import io.touchline.app.broker.EmbeddedBroker;
import io.touchline.contract.JsonSerde;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryCommandIT {

  @TempDir Path directory;

  @Test
  void aGoodRegistryIsImportedAndCanBeImportedAgain() throws Exception {
    write(new RegistryFiles());
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0)) {
      String address = broker.bootstrapServers();
      CommandRun topics =
          CommandRun.of("topics", "create", "--bootstrap-servers", address, "--prefix", "t.");
      assertThat(topics.exitCode()).as(topics.err()).isZero();
      for (int time = 0; time < 2; time++) {
        CommandRun run = importing(address);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
            .isEqualTo(
                "2 outlets, 1 enterprises, 2 regions, 2 limits to judge by; 0 errors, 0 warnings, 0"
                    + " notes\n2 outlets imported into topic t.outlets at "
                    + address
                    + ".\n");
      }
      assertThat(outlets(address))
          .isEqualTo(
              Map.of(
                  RegistryFiles.AIR,
                  RegistryReader.read(new RegistryFiles()).outlets().get(0),
                  RegistryFiles.WATER,
                  RegistryReader.read(new RegistryFiles()).outlets().get(1)));
    }
  }

  @Test
  void withOneErrorNothingIsImported() throws IOException {
    write(new RegistryFiles().replaced("limits.csv", ",35,", ",3S,"));
    CommandRun run = importing("127.0.0.1:1");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .endsWith("There are errors, so nothing was imported. Mend them and try again.\n");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void validateNamesTheFaultAndExitsWithOne() throws IOException {
    write(new RegistryFiles().replaced("limits.csv", ",35,", ",3S,"));
    CommandRun run = CommandRun.of("registry", "validate", directory.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            "error limits.csv:2: value: '3S' is no limit; write a number, as in 35, or a range, as"
                + " in 6-9\n2 outlets, 1 enterprises, 2 regions, 1 limits to judge by; 1 errors, 0"
                + " warnings, 0 notes\n");
  }

  private CommandRun importing(String address) {
    return CommandRun.of(
        "registry",
        "import",
        directory.toString(),
        "--bootstrap-servers",
        address,
        "--prefix",
        "t.");
  }

  private void write(RegistryFiles files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.all().entrySet()) {
      Files.write(directory.resolve(file.getKey()), file.getValue());
    }
  }

  private static Map<String, OutletRecord> outlets(String address) {
    Map<String, OutletRecord> outlets = new TreeMap<>();
    try (KafkaConsumer<String, OutletRecord> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", address, "isolation.level", "read_committed"),
            new StringDeserializer(),
            new JsonSerde<>(OutletRecord.class).deserializer())) {
      Set<TopicPartition> partitions = partitions(consumer);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer
            .poll(Duration.ofMillis(500))
            .forEach(record -> outlets.put(record.key(), record.value()));
      }
    }
    return outlets;
  }

  private static Set<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
    String topic = new Topics("t.").outlets().name();
    return consumer.partitionsFor(topic).stream()
        .map(found -> new TopicPartition(topic, found.partition()))
        .collect(Collectors.toSet());
  }
}
