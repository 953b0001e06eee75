package io.touchline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.touchline.contract.Topic;
import io.touchline.contract.Topics;
import io.touchline.hj212.Reason;
import io.touchline.ingest.door.DoorMeters;
import io.touchline.ingest.door.Examined;
import io.touchline.ingest.door.Intake;
import io.touchline.ingest.door.Jurisdiction;
import io.touchline.ingest.door.KafkaDoor;
import io.touchline.ingest.door.KafkaDoorSettings;
import io.touchline.ingest.door.KafkaDoorSettings.Source;
import io.touchline.ingest.door.LineVerdict;
import io.touchline.ingest.door.Sender;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A crash at any call to the producer, before the broker heard of it or before we heard of the
 * broker: the clients are dropped as a dying process drops them, with whatever was open.
 */
@Timeout(300)
class KafkaDoorCrashIT {

  private static final int RECORDS = 400;
  private static final int CRASHES = 12;

  private final BrokerFixture broker = BrokerFixture.shared();
  private final Topics topics = new Topics("crash-" + UUID.randomUUID() + ".", 3);
  private final String from = topics.packets().name().replace("packets", "from-west");
  private final GatewaySettings settings = GatewaySettings.defaults().withName(from);
  private final Random random = new Random(212);
  private final AtomicInteger crashes = new AtomicInteger();
  private final AtomicInteger callsLeft = new AtomicInteger(20);

  @Test
  void whateverCallItDiesInEachRecordIsKeptOnce() {
    broker.create(List.of(topics.packets(), new Topic(from, "", "", 2, Map.of(), "")));
    for (int n = 0; n < RECORDS; n++) {
      broker.put(from, "west", Frames.minute(Frames.qn(n)));
    }
    KafkaDoor door =
        new KafkaDoor(
            new KafkaDoorSettings(from, List.of(new Source(from, Jurisdiction.ALL, false))),
            topics,
            () -> {
              Map<String, Object> few = KafkaClients.doorConsumer(broker.servers(), settings, from);
              few.put("max.poll.records", 20);
              return new KafkaConsumer<>(few);
            },
            this::mortal,
            new KeepsAll(),
            new DoorMeters());
    try (door) {
      door.open();
      await()
          .atMost(Duration.ofSeconds(200))
          .until(() -> broker.read(topics.packets()).size() >= RECORDS);
    }

    assertThat(crashes).hasPositiveValue();
    assertThat(broker.read(topics.packets()))
        .extracting(record -> Frames.qnOf(record.value()))
        .hasSize(RECORDS)
        .doesNotHaveDuplicates();
  }

  /** A producer that dies after so many calls, before or after the call itself. */
  @SuppressWarnings("unchecked") // A proxy of the one interface.
  private Producer<byte[], byte[]> mortal() {
    Producer<byte[], byte[]> real =
        new KafkaProducer<>(KafkaClients.doorProducer(broker.servers(), settings));
    return (Producer<byte[], byte[]>)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Producer.class},
            (proxy, method, arguments) -> call(real, method, arguments));
  }

  private Object call(Producer<byte[], byte[]> real, Method method, Object[] arguments)
      throws Throwable {
    boolean dies =
        !method.getName().equals("close")
            && crashes.get() < CRASHES
            && callsLeft.decrementAndGet() == 0;
    if (dies && random.nextBoolean()) {
      die();
    }
    try {
      Object result = method.invoke(real, arguments);
      if (dies) {
        die();
      }
      return result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private void die() {
    crashes.incrementAndGet();
    callsLeft.set(1 + random.nextInt(60));
    throw new KafkaException("died");
  }

  /** Takes everything for good: what is checked is tested elsewhere. */
  private final class KeepsAll implements Intake {

    private record Kept(ProducerRecord<byte[], byte[]> record) implements Examined {
      @Override
      public LineVerdict verdict() {
        return LineVerdict.accepted("");
      }
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public Examined examine(byte[] candidate, String place, Sender sender) {
      return new Kept(new ProducerRecord<>(topics.packets().name(), candidate));
    }

    @Override
    public Examined examineGarbage(byte[] bytes, Reason reason, String place, Sender sender) {
      return examine(bytes, place, sender);
    }

    @Override
    public void keep(Examined examined, Consumer<Boolean> settled) {
      throw new UnsupportedOperationException("the Kafka door sends itself");
    }

    @Override
    public void settled(Examined examined, boolean stored) {
      // Counted nowhere.
    }
  }
}
