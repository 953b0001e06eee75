package io.touchline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.touchline.contract.JsonSerde;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.Topic;
import io.touchline.contract.Topics;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.DynamicVoters;

/**
 * A real broker in this JVM, with two doors: {@link #servers()} straight in, and {@link
 * #serversThroughProxy()} over a wire that tests may cut.
 */
final class BrokerFixture implements AutoCloseable {

  private static BrokerFixture shared;

  private final FaultProxy proxy = new FaultProxy();
  private final int direct = freePort();
  private final KafkaRaftServer server;

  /** One broker for all tests of a run; each test takes topics of its own prefix. */
  static synchronized BrokerFixture shared() {
    if (shared == null) {
      try {
        shared = new BrokerFixture(Files.createTempDirectory("broker"));
      } catch (Exception e) {
        throw new IllegalStateException("the broker did not start", e);
      }
      Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
    }
    return shared;
  }

  private BrokerFixture(Path directory) throws Exception {
    int proxied = freePort();
    int controller = freePort();
    proxy.forwardTo(proxied);
    format(directory, controller);
    Properties p = new Properties();
    p.put("process.roles", "broker,controller");
    p.put("node.id", "1");
    p.put("log.dirs", directory.toString());
    p.put("controller.listener.names", "CONTROLLER");
    p.put("controller.quorum.bootstrap.servers", "127.0.0.1:" + controller);
    p.put("listeners", listeners("DIRECT", direct, "PROXIED", proxied, "CONTROLLER", controller));
    p.put("advertised.listeners", listeners("DIRECT", direct, "PROXIED", proxy.port()));
    p.put(
        "listener.security.protocol.map",
        "DIRECT:PLAINTEXT,PROXIED:PLAINTEXT,CONTROLLER:PLAINTEXT");
    p.put("inter.broker.listener.name", "DIRECT");
    p.put("auto.create.topics.enable", "false");
    p.put("offsets.topic.replication.factor", "1");
    p.put("transaction.state.log.replication.factor", "1");
    p.put("transaction.state.log.min.isr", "1");
    p.put("share.coordinator.state.topic.replication.factor", "1");
    p.put("share.coordinator.state.topic.min.isr", "1");
    server = new KafkaRaftServer(KafkaConfig.fromProps(p, false), Time.SYSTEM);
    server.startup();
  }

  private static void format(Path directory, int controller) throws Exception {
    new Formatter()
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8))
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(1)
        .addDirectory(directory.toString())
        .setMetadataLogDirectory(directory.toString())
        .setControllerListenerName("CONTROLLER")
        .setHasDynamicQuorum(true)
        .setInitialControllers(
            DynamicVoters.parse("1@127.0.0.1:" + controller + ":" + Uuid.randomUuid()))
        .run();
  }

  private static String listeners(Object... namesAndPorts) {
    List<String> listeners = new ArrayList<>();
    for (int i = 0; i < namesAndPorts.length; i += 2) {
      listeners.add(namesAndPorts[i] + "://127.0.0.1:" + namesAndPorts[i + 1]);
    }
    return String.join(",", listeners);
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
    return Map.of("bootstrap.servers", "127.0.0.1:" + direct);
  }

  Map<String, Object> serversThroughProxy() {
    return Map.of("bootstrap.servers", "127.0.0.1:" + proxy.port());
  }

  void create(Topics topics) {
    try (Admin admin = Admin.create(servers())) {
      admin
          .createTopics(
              List.of(topics.packets(), topics.quarantine(), topics.outlets()).stream()
                  .map(BrokerFixture::asNew)
                  .toList())
          .all()
          .get();
    } catch (Exception e) {
      throw new IllegalStateException("the topics were not created", e);
    }
  }

  private static NewTopic asNew(Topic topic) {
    return new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.config());
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

  /** All that the topic holds now, partition by partition in order. */
  List<ConsumerRecord<byte[], byte[]>> read(Topic topic) {
    Map<String, Object> properties = new HashMap<>(servers());
    properties.put("auto.offset.reset", "earliest");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(info -> new TopicPartition(topic.name(), info.partition()))
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
    server.shutdown();
    server.awaitShutdown();
    try {
      proxy.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
