package io.touchline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.touchline.contract.JsonSerde;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.Topic;
import io.touchline.contract.Topics;
import io.touchline.fixtures.TestBroker;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A real broker in this JVM, with two doors: {@link #servers()} straight in, and {@link
 * #serversThroughProxy()} over a wire that tests may cut.
 */
final class BrokerFixture implements AutoCloseable {

  private static BrokerFixture shared;

  private final FaultProxy proxy = new FaultProxy();
  private final TestBroker broker;

  /** One broker for all tests of a run; each test takes topics of its own prefix. */
  static synchronized BrokerFixture shared() {
    if (shared == null) {
      try {
        shared = new BrokerFixture();
      } catch (IOException e) {
        throw new IllegalStateException("the broker did not start", e);
      }
      Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
    }
    return shared;
  }

  private BrokerFixture() throws IOException {
    int hidden = freePort();
    proxy.forwardTo(hidden);
    broker = TestBroker.startBehind(hidden, proxy.port());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  FaultProxy proxy() {
    return proxy;
  }

  Map<String, Object> servers() {
    return broker.client();
  }

  Map<String, Object> serversThroughProxy() {
    return Map.of("bootstrap.servers", "127.0.0.1:" + proxy.port());
  }

  void create(Topics topics) {
    create(topics.all());
  }

  void create(List<Topic> topics) {
    broker.create(topics);
  }

  /** Puts an outlet into the registry; a null record takes it out. */
  void register(Topics topics, String mn, OutletRecord outlet) {
    try (JsonSerde<OutletRecord> serde = new JsonSerde<>(OutletRecord.class)) {
      byte[] value = serde.serializer().serialize(topics.outlets().name(), outlet);
      put(topics.outlets().name(), mn, value);
    }
  }

  void put(String topic, String key, byte[] value) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(servers(), new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, key.getBytes(UTF_8), value)).get();
    } catch (Exception e) {
      throw new IllegalStateException("not put into " + topic, e);
    }
  }

  /** All that the topic holds now, partition by partition in order, as far as it is committed. */
  List<ConsumerRecord<byte[], byte[]>> read(Topic topic) {
    return read(topic.name(), servers());
  }

  /** The same of a topic that is none of ours, of any broker. */
  static List<ConsumerRecord<byte[], byte[]>> read(String topic, Map<String, Object> client) {
    Map<String, Object> properties = new HashMap<>(client);
    properties.put("auto.offset.reset", "earliest");
    properties.put("isolation.level", "read_committed");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      return records;
    }
  }

  @Override
  public void close() {
    broker.close();
    try {
      proxy.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
