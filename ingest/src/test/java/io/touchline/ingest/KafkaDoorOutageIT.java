package io.touchline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.contract.Topic;
import io.touchline.contract.Topics;
import io.touchline.ingest.door.Jurisdiction;
import io.touchline.ingest.door.KafkaDoorSettings;
import io.touchline.ingest.door.KafkaDoorSettings.Source;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The Kafka door while its wire to the broker is cut, and while gateways come and go. */
@Timeout(300)
class KafkaDoorOutageIT {

  private static final int FRAMES = 6_000;

  private final BrokerFixture broker = BrokerFixture.shared();
  private final Topics topics = new Topics("door-" + UUID.randomUUID() + ".", 3);
  private final String from = topics.packets().name().replace("packets", "from-west");
  private final List<Gateway> gateways = new ArrayList<>();

  @AfterEach
  void stop() {
    broker.proxy().mend();
    gateways.forEach(Gateway::close);
  }

  @Test
  void everyFrameIsKeptOnceWhileTheBrokerComesAndGoes() throws Exception {
    prepare();
    Gateway gateway = start("gw-a");
    for (int part = 0; part < 4; part++) {
      int written = (part + 1) * FRAMES / 4;
      long received = gateway.counters().received();
      write(part * FRAMES / 4, written);
      until(() -> gateway.counters().received() > received);
      broker.proxy().cut();
      if (part % 2 == 0) {
        // Until a transaction that was under way has noticed.
        until(() -> isSettled(gateway));
      }
      broker.proxy().mend();
    }
    awaitAll();

    assertThatEachIsThereOnce();
    until(() -> isSettled(gateway));
  }

  private static boolean isSettled(Gateway gateway) {
    GatewayCounters counters = gateway.counters();
    return counters.received() == counters.accepted() + counters.quarantined() + counters.failed();
  }

  @Test
  void everyFrameIsKeptOnceWhileGatewaysComeAndGo() throws Exception {
    prepare();
    write(0, FRAMES / 2);
    Gateway first = start("gw-a");
    until(() -> first.counters().accepted() > 0);
    Gateway second = start("gw-b");
    write(FRAMES / 2, FRAMES);
    first.close();
    Gateway third = start("gw-a");
    awaitAll();

    assertThatEachIsThereOnce();
    second.close();
    write(FRAMES, FRAMES + 100);
    until(() -> third.counters().accepted() >= 100);
  }

  private static void until(BooleanSupplier condition) {
    await().atMost(Duration.ofSeconds(60)).until(condition::getAsBoolean);
  }

  private void awaitAll() {
    await().atMost(Duration.ofSeconds(150)).until(() -> kept() >= FRAMES);
  }

  private int kept() {
    return broker.read(topics.packets()).size();
  }

  private void assertThatEachIsThereOnce() {
    List<ConsumerRecord<byte[], byte[]>> packets = broker.read(topics.packets());
    Set<String> different = new HashSet<>();
    packets.forEach(record -> different.add(Frames.qnOf(record.value())));
    assertThat(different).hasSize(FRAMES);
    assertThat(packets).hasSize(FRAMES);
  }

  private void prepare() {
    broker.create(topics);
    broker.create(List.of(new Topic(from, "", "", 4, Map.of(), "")));
    broker.register(topics, Frames.MN, Outlets.stack(Frames.MN, Frames.PW));
  }

  private Gateway start(String name) {
    Map<String, Object> kafka = new HashMap<>(broker.serversThroughProxy());
    kafka.put("reconnect.backoff.max.ms", 100);
    Gateway gateway =
        new Gateway(
            GatewaySettings.defaults()
                .withName(name)
                .withAddress("127.0.0.1", 0)
                .with(
                    GatewaySettings.Doors.NONE.with(
                        new KafkaDoorSettings(
                            from + "-door", List.of(new Source(from, Jurisdiction.ALL, false))))),
            topics,
            kafka,
            new SimpleMeterRegistry(),
            Clock.systemUTC());
    gateways.add(gateway);
    gateway.start();
    return gateway;
  }

  private void write(int first, int end) throws Exception {
    try (KafkaProducer<byte[], byte[]> platform =
        new KafkaProducer<>(
            new HashMap<>(broker.servers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      List<Future<?>> sent =
          new ArrayList<>(
              IntStream.range(first, end)
                  .mapToObj(
                      n ->
                          platform.send(
                              new ProducerRecord<>(from, n % 4, null, Frames.minute(Frames.qn(n)))))
                  .toList());
      for (Future<?> one : sent) {
        one.get();
      }
    }
  }
}
