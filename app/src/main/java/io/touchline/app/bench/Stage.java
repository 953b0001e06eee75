package io.touchline.app.bench;

import io.touchline.app.broker.TopicCreator;
import io.touchline.app.registry.RegistryImport;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.Topics;
import io.touchline.domain.Medium;
import io.touchline.fleet.bench.SampleFrames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/** A directory, a broker on it with all topics, and a registry of simulated loggers. */
final class Stage implements AutoCloseable {

  /** Setting of a topic: how far after now a record of it may say it is. */
  static final String LATEST_TIMESTAMP = "message.timestamp.after.max.ms";

  private static final String PASSWORD = "123456";

  private final Path directory;
  private final ChildJvm broker;
  private final String address;
  private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);

  private Stage(Path directory, ChildJvm broker, String address) {
    this.directory = directory;
    this.broker = broker;
    this.address = address;
  }

  /** Loggers 0 to {@code loggers} are registered. */
  static Stage set(int loggers) {
    return set(IntStream.range(0, loggers).mapToObj(Stage::outlet).toList());
  }

  /** These are registered. */
  static Stage set(List<OutletRecord> outlets) {
    Path directory = temporaryDirectory();
    ChildJvm broker =
        ChildJvm.start(
            "broker",
            directory,
            List.of("-Xmx768m"),
            Map.of(),
            BrokerProcess.class,
            directory.resolve("broker").toString());
    try {
      Stage stage = new Stage(directory, broker, broker.await("READY "));
      stage.register(outlets);
      return stage;
    } catch (RuntimeException e) {
      broker.close();
      throw e;
    }
  }

  private void register(List<OutletRecord> outlets) {
    Map<String, Object> client = Map.of("bootstrap.servers", address);
    try (Admin admin = Admin.create(client)) {
      new TopicCreator(admin).apply(topics.all());
      allowTomorrow(admin);
    }
    RegistryImport.send(outlets, topics, client);
  }

  private void allowTomorrow(Admin admin) {
    AlterConfigOp allow =
        new AlterConfigOp(
            new ConfigEntry(LATEST_TIMESTAMP, Long.toString(Long.MAX_VALUE)),
            AlterConfigOp.OpType.SET);
    Map<ConfigResource, Collection<AlterConfigOp>> settings = new HashMap<>();
    topics
        .all()
        .forEach(
            topic ->
                settings.put(
                    new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), List.of(allow)));
    try {
      admin.incrementalAlterConfigs(settings).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static OutletRecord outlet(int logger) {
    return new OutletRecord(
        OutletRecord.SCHEMA_VERSION,
        SampleFrames.mn(logger),
        "DA001",
        "1#",
        "91630000000000000X",
        "bench",
        "630200",
        "bench",
        Medium.AIR,
        null,
        null,
        null,
        null,
        "2017",
        PASSWORD,
        LocalDate.EPOCH,
        null,
        List.of());
  }

  Path directory() {
    return directory;
  }

  String address() {
    return address;
  }

  Topics topics() {
    return topics;
  }

  Duration brokerCpu() {
    return broker.cpu();
  }

  @Override
  public void close() {
    broker.close();
    remove(directory);
  }

  static void remove(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path temporaryDirectory() {
    try {
      return Files.createTempDirectory("touchline-bench");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
