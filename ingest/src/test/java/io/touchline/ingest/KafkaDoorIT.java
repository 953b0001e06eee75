package io.touchline.ingest;

import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.contract.Json;
import io.touchline.contract.JsonSerde;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.PacketHeaders;
import io.touchline.contract.Topic;
import io.touchline.contract.Topics;
import io.touchline.fixtures.TestBroker;
import io.touchline.ingest.door.Jurisdiction;
import io.touchline.ingest.door.KafkaDoorSettings;
import io.touchline.ingest.door.KafkaDoorSettings.Source;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A broker that lets each user do what it is allowed and nothing else: the platform writes its own
 * topic, the gateway what the page of this module lists.
 */
@Timeout(180)
class KafkaDoorIT {

  private static final String PASSWORD = "of a test";
  private static final String WEST = "west";
  private static final String EAST = "east";

  private static TestBroker broker;
  private static int run;

  private final Topics topics = new Topics("guarded-" + run++ + ".", 3);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final String west = topics.packets().name().replace("packets", "from-west");
  private final String east = topics.packets().name().replace("packets", "from-east");
  private final String group = "door-" + run;
  private Gateway gateway;

  @BeforeAll
  static void startBroker() {
    broker = TestBroker.startGuarded(Map.of("gateway", PASSWORD, WEST, PASSWORD, EAST, PASSWORD));
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void start() throws Exception {
    List<Topic> all = new ArrayList<>(topics.all());
    Stream.of(west, east, west + ".verdicts")
        .map(name -> new Topic(name, "", "", 2, Map.of(), ""))
        .forEach(all::add);
    broker.create(all);
    allowTheGateway();
    broker.allow(WEST, TOPIC, west, WRITE);
    broker.allow(WEST, TOPIC, west + ".verdicts", READ);
    broker.allow(EAST, TOPIC, east, WRITE);
    register();
    gateway =
        new Gateway(
            GatewaySettings.defaults()
                .withName("gw" + run)
                .withAddress("127.0.0.1", 0)
                .with(
                    GatewaySettings.Doors.NONE.with(
                        new KafkaDoorSettings(
                            group,
                            List.of(
                                new Source(west, Jurisdiction.ALL, true),
                                new Source(
                                    east,
                                    new Jurisdiction(List.of(), List.of("620000")),
                                    false))))),
            topics,
            broker.client("gateway", PASSWORD),
            meters,
            Clock.systemUTC());
    gateway.start();
  }

  /** As the page of this module says, and no more. */
  private void allowTheGateway() {
    for (Topic written :
        List.of(
            topics.packets(),
            topics.quarantine(),
            topics.connections(),
            topics.proposals(),
            topics.quality(),
            topics.commands(),
            topics.commandResults(),
            topics.stationKeys())) {
      broker.allow("gateway", TOPIC, written.name(), WRITE);
    }
    for (Topic read :
        List.of(
            topics.outlets(),
            topics.stationKeys(),
            topics.proposals(),
            topics.connections(),
            topics.commands(),
            topics.commandResults())) {
      broker.allow("gateway", TOPIC, read.name(), READ);
    }
    for (String read : List.of(west, east)) {
      broker.allow("gateway", TOPIC, read, READ);
    }
    broker.allow("gateway", TOPIC, west + ".verdicts", WRITE);
    broker.allow("gateway", GROUP, group, READ);
    broker.allow("gateway", TRANSACTIONAL_ID, "gw" + run + "-door", WRITE, DESCRIBE);
  }

  private void register() throws Exception {
    try (JsonSerde<OutletRecord> serde = new JsonSerde<>(OutletRecord.class);
        KafkaProducer<byte[], byte[]> producer = producer(broker.client())) {
      byte[] value = serde.serializer().serialize("", Outlets.stack(Frames.MN, Frames.PW));
      producer
          .send(new ProducerRecord<>(topics.outlets().name(), Frames.bytes(Frames.MN), value))
          .get();
    }
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void whatAPlatformWritesIsKeptWithItsPlaceAndItIsTold() throws Exception {
    byte[] good = Frames.minute(Frames.qn(1));
    byte[] unknown = Frames.minute("NOBODY", Frames.PW, Frames.qn(2));
    byte[] several = Frames.join(Frames.minute(Frames.qn(3)), unknown, Frames.bytes("rest"));
    try (KafkaProducer<byte[], byte[]> platform = platform(WEST)) {
      platform.send(new ProducerRecord<>(west, 0, Frames.bytes("k1"), good)).get();
      platform.send(new ProducerRecord<>(west, 0, Frames.bytes("k2"), several)).get();
      platform.send(new ProducerRecord<>(west, 0, Frames.bytes("k3"), null)).get();
    }
    await().atMost(Duration.ofSeconds(60)).until(() -> read(west + ".verdicts").size() == 3);

    List<ConsumerRecord<byte[], byte[]>> packets = read(topics.packets().name());
    assertThat(packets)
        .extracting(record -> Frames.qnOf(record.value()))
        .containsExactly(Frames.qn(1), Frames.qn(3));
    assertThat(packets.get(0).value()).isEqualTo(good);
    assertThat(header(packets.get(0), PacketHeaders.PEER)).isEqualTo("kafka:" + west);
    assertThat(header(packets.get(0), PacketHeaders.POSITION)).isEqualTo("0:0");
    assertThat(header(packets.get(1), PacketHeaders.POSITION)).isEqualTo("0:1");
    assertThat(read(topics.quarantine().name()))
        .extracting(record -> header(record, PacketHeaders.POSITION))
        .containsExactlyInAnyOrder("0:1+" + good.length, "0:1+" + (good.length + unknown.length));

    List<JsonNode> verdicts = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record :
        BrokerFixture.read(west + ".verdicts", broker.client(WEST, PASSWORD))) {
      verdicts.add(Json.mapper().readTree(record.value()));
    }
    verdicts.sort((one, other) -> one.get("offset").asInt() - other.get("offset").asInt());
    assertThat(verdicts.get(0).get("frames"))
        .hasToString("[{\"verdict\":\"accepted\",\"mn\":\"" + Frames.MN + "\"}]");
    assertThat(verdicts.get(1).get("partition").asInt()).isZero();
    assertThat(verdicts.get(1).get("frames")).hasSize(3);
    assertThat(verdicts.get(1).get("frames").get(1).get("reason").asText()).isEqualTo("unknown-mn");
    assertThat(verdicts.get(1).get("frames").get(2).get("reason").asText()).isEqualTo("no-header");
    assertThat(verdicts.get(2).get("frames")).isEmpty();
    assertThat(frames("accepted")).isEqualTo(2);
    assertThat(frames("rejected")).isEqualTo(2);
  }

  @Test
  void aPlatformSpeaksForItsOwnStationsAlone() throws Exception {
    try (KafkaProducer<byte[], byte[]> platform = platform(EAST)) {
      platform.send(new ProducerRecord<>(east, Frames.minute(Frames.qn(1)))).get();
    }
    await().atMost(Duration.ofSeconds(60)).until(() -> frames("rejected") == 1);

    assertThat(gateway.counters().quarantinedByReason()).containsEntry("foreign-mn", 1L);
    assertThat(read(topics.packets().name())).isEmpty();
  }

  @Test
  void aPlatformCanWriteItsOwnTopicAndNothingElse() {
    for (String topic :
        List.of(
            topics.packets().name(),
            topics.quarantine().name(),
            topics.outlets().name(),
            east,
            west + ".verdicts")) {
      try (KafkaProducer<byte[], byte[]> platform = platform(WEST)) {
        assertThatThrownBy(() -> platform.send(new ProducerRecord<>(topic, new byte[] {1})).get())
            .as(topic)
            .isInstanceOf(ExecutionException.class)
            .hasCauseInstanceOf(TopicAuthorizationException.class);
      }
    }
    for (String topic : List.of(topics.packets().name(), topics.outlets().name(), east)) {
      assertThatThrownBy(() -> BrokerFixture.read(topic, broker.client(WEST, PASSWORD)))
          .as(topic)
          .isInstanceOf(TopicAuthorizationException.class);
    }
  }

  private KafkaProducer<byte[], byte[]> platform(String user) {
    return producer(broker.client(user, PASSWORD));
  }

  private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> client) {
    return new KafkaProducer<>(
        new HashMap<>(client), new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    return BrokerFixture.read(topic, broker.client());
  }

  private double frames(String verdict) {
    return meters
        .get("touchline.gateway.door.frames")
        .tags("door", "kafka", "verdict", verdict)
        .functionCounter()
        .count();
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return PacketHeaders.get(record.headers(), name);
  }
}
