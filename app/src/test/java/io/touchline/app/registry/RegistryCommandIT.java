package io.touchline.app.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.app.CommandRun;
import io.touchline.app.broker.EmbeddedBroker;
import io.touchline.contract.JsonSerde;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryCommandIT {

  @TempDir Path directory;

  private static final String PERMITS = "enterprise,permit_no,factor,amount_t,period,valid_from";

  @Test
  void anImportIsAVersionAndIsExportedByteForByteAndWhereNothingChangedNothingIsWritten()
      throws Exception {
    RegistryFiles files = unusual();
    write(files);
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0)) {
      String address = broker.bootstrapServers();
      CommandRun topics =
          CommandRun.of("topics", "create", "--bootstrap-servers", address, "--prefix", "t.");
      assertThat(topics.exitCode()).as(topics.err()).isZero();
      assertThat(export(address, "none").err()).startsWith("touchline: Topic t.registry holds no");

      assertThat(importing(address).out())
          .isEqualTo(
              "2 outlets, 1 enterprises, 2 regions, 2 limits to judge by; 0 errors, 0 warnings, 0"
                  + " notes\nVersion 1 of the registry: 2 outlets, 1 enterprises, 2 regions, 1"
                  + " sets of permitted amounts and targets, 0 marks and 0 samples are new or"
                  + " changed.\n2 outlets imported into topic t.outlets at "
                  + address
                  + ".\n");
      assertThat(outlets(address))
          .isEqualTo(
              Map.of(
                  RegistryFiles.AIR,
                  RegistryReader.read(files).outlets().get(0),
                  RegistryFiles.WATER,
                  RegistryReader.read(files).outlets().get(1)));
      exportsAre(files, address, "first");

      long written = records(address);
      assertThat(importing(address).out())
          .contains("Nothing differs from version 1 of the registry, so nothing was written.");
      assertThat(records(address)).isEqualTo(written);

      write(files.replaced("limits.csv", ",35,", ",30,"));
      Files.delete(directory.resolve("marks.csv"));
      files.without("marks.csv");
      assertThat(importing(address).out())
          .contains(
              "Version 2 of the registry: 1 outlets, 0 enterprises, 0 regions, 0 sets of"
                  + " permitted amounts and targets, 0 marks and 0 samples are new or changed.");
      exportsAre(files, address, "second");

      write(files.replaced("limits.csv", ",30,", ",3O,"));
      long before = records(address);
      assertThat(importing(address).exitCode()).isEqualTo(1);
      assertThat(records(address)).isEqualTo(before);
    }
  }

  /** Columns that we do not know, byte order mark, line ends, quotes, a file of several parts. */
  private static RegistryFiles unusual() {
    StringBuilder marks = new StringBuilder("mn,factor,from,to,mark,author,reason,marked_at,x\r\n");
    while (marks.length() < 1_100_000) {
      marks.append(",,,,,,,,\r\n");
    }
    return new RegistryFiles()
        .with(
            "regions.csv",
            "\uFEFFnote,code,name,parent\r\n\"say \"\"x\"\"\",610100,西安市,610000\r\n\r\n,610000,陕西省,"
                .getBytes(StandardCharsets.UTF_8))
        .with("marks.csv", marks.toString().getBytes(StandardCharsets.UTF_8))
        .with("permits.csv", PERMITS, "91610000X,P1,a21026,10,YEAR,2024-01-01");
  }

  private void exportsAre(RegistryFiles files, String address, String name) throws IOException {
    CommandRun run = export(address, name);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains(files.all().size() + " files of version ");
    Map<String, byte[]> written = new TreeMap<>();
    try (var entries = Files.list(directory.resolve(name))) {
      for (Path entry : entries.toList()) {
        written.put(entry.getFileName().toString(), Files.readAllBytes(entry));
      }
    }
    assertThat(written.keySet()).isEqualTo(new TreeMap<>(files.all()).keySet());
    files.all().forEach((file, bytes) -> assertThat(written.get(file)).as(file).isEqualTo(bytes));
    assertThat(export(address, name).exitCode()).isEqualTo(2);
  }

  private CommandRun export(String address, String name) {
    return CommandRun.of(
        "registry",
        "export",
        directory.resolve(name).toString(),
        "--bootstrap-servers",
        address,
        "--prefix",
        "t.");
  }

  /** Offsets of all topics of the registry, transaction markers included. */
  private static long records(String address) {
    Topics topics = new Topics("t.");
    try (KafkaConsumer<String, OutletRecord> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", address),
            new StringDeserializer(),
            new JsonSerde<>(OutletRecord.class).deserializer())) {
      return Stream.of(topics.outlets(), topics.enterprises(), topics.regions(), topics.registry())
          .mapToLong(
              topic -> {
                Set<TopicPartition> partitions = partitions(consumer, topic.name());
                consumer.assign(partitions);
                return consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
              })
          .sum();
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
    write(
        new RegistryFiles()
            .replaced("limits.csv", ",35,", ",3S,")
            .with("permits.csv", PERMITS, "91610000X,P1,a21026,10,YEAR,2024-01-01"));
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
      Set<TopicPartition> partitions = partitions(consumer, new Topics("t.").outlets().name());
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

  private static Set<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(found -> new TopicPartition(topic, found.partition()))
        .collect(Collectors.toSet());
  }
}
