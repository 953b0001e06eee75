package io.touchline.app.e2e;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.app.broker.EmbeddedBroker;
import io.touchline.app.broker.TopicCreator;
import io.touchline.contract.Json;
import io.touchline.contract.JsonSerde;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.StationDialect;
import io.touchline.contract.Topic;
import io.touchline.contract.Topics;
import io.touchline.domain.Medium;
import io.touchline.ingest.Gateway;
import io.touchline.ingest.GatewaySettings;
import io.touchline.ingest.command.CommandSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker with gateways at its door, for loggers of the fleet to talk to. */
final class Centre implements AutoCloseable {

  static final String PASSWORD = "123456";

  private static final int PARTITIONS = 3;

  final Topics topics = new Topics(Topics.DEFAULT_PREFIX, PARTITIONS);

  private final EmbeddedBroker broker;
  private final KafkaProducer<String, String> producer;
  private final List<Gateway> gateways = new ArrayList<>();

  Centre(Path directory) throws Exception {
    broker = EmbeddedBroker.start(directory, 0);
    try (Admin admin = Admin.create(servers())) {
      new TopicCreator(admin).apply(topics.all());
    }
    producer = new KafkaProducer<>(servers(), new StringSerializer(), new StringSerializer());
  }

  Map<String, Object> servers() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }

  /**
   * Another gateway. An unfinished frame is cut soon, so that a wrong length shows, and a logger
   * that says nothing is not waited for long.
   */
  InetSocketAddress openGateway(String name) {
    GatewaySettings.Patience patience =
        new GatewaySettings.Patience(
            Duration.ofSeconds(60),
            Duration.ofMinutes(10),
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(10));
    Gateway gateway =
        new Gateway(
            GatewaySettings.defaults()
                .withName(name)
                .withAddress("127.0.0.1", 0)
                .withLoops(1)
                .with(patience)
                .with(
                    CommandSettings.defaults()
                        .withResends(Duration.ofSeconds(2), 2)
                        .withPatience(Duration.ofSeconds(6), Duration.ofSeconds(6))),
            topics,
            servers(),
            new SimpleMeterRegistry(),
            Clock.systemUTC());
    gateways.add(gateway);
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), gateway.start());
  }

  void closeGateways() {
    gateways.forEach(Gateway::close);
  }

  /** A stack that has the password of all, or null for any. */
  static OutletRecord stack(String mn, String password, StationDialect dialect) {
    return new OutletRecord(
            OutletRecord.SCHEMA_VERSION,
            mn,
            "DA001",
            "1#脱硫烟囱（模拟）",
            "91610000000000000X",
            "某热电厂（模拟）",
            "610100",
            "西安市",
            Medium.AIR,
            null,
            null,
            null,
            null,
            null,
            password,
            LocalDate.of(2020, 1, 1),
            null,
            List.of())
        .withDialect(dialect);
  }

  void register(OutletRecord outlet) {
    put(topics.outlets(), outlet.mn(), outlet);
  }

  void put(Topic topic, String key, Object value) {
    try {
      producer.send(new ProducerRecord<>(topic.name(), key, Json.text(value))).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("not put into " + topic.name(), e);
    }
  }

  /** All that the topic holds now, partition by partition in order. */
  List<ConsumerRecord<String, byte[]>> read(Topic topic) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(committed(), new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(each -> new TopicPartition(topic.name(), each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      return records;
    }
  }

  /** Without what a journal began to write and took back. */
  private Map<String, Object> committed() {
    Map<String, Object> settings = new HashMap<>(servers());
    settings.put("isolation.level", "read_committed");
    return settings;
  }

  /** The records of one station, read as JSON of a type, in order. */
  <T> List<T> read(Topic topic, String mn, Class<T> type) {
    try (JsonSerde<T> serde = new JsonSerde<>(type)) {
      return read(topic).stream()
          .filter(each -> mn.equals(each.key()))
          .map(each -> serde.deserializer().deserialize(topic.name(), each.value()))
          .toList();
    }
  }

  /** Those of one station, where the key says more than its MN. */
  <T> List<T> readOf(Topic topic, Class<T> type, Function<T, String> station, String mn) {
    try (JsonSerde<T> serde = new JsonSerde<>(type)) {
      return read(topic).stream()
          .map(each -> serde.deserializer().deserialize(topic.name(), each.value()))
          .filter(each -> mn.equals(station.apply(each)))
          .toList();
    }
  }

  @Override
  public void close() {
    closeGateways();
    producer.close();
    broker.close();
  }
}
