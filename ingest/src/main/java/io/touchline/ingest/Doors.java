package io.touchline.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.Ticker;
import io.touchline.contract.Topics;
import io.touchline.ingest.door.DoorMeters;
import io.touchline.ingest.door.HttpsDoor;
import io.touchline.ingest.door.HttpsDoorSettings;
import io.touchline.ingest.door.Intake;
import io.touchline.ingest.door.KafkaDoor;
import io.touchline.ingest.door.KafkaDoorSettings;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;

/** The doors beside the plain port, those of them that are wanted. */
final class Doors implements AutoCloseable {

  private final GatewaySettings settings;
  private final EventLoopGroup loops;
  private final OpenConnections connections;
  private final GatewayMeters meters;
  private final DoorMeters doorMeters = new DoorMeters();
  private final Deque<Runnable> open = new ArrayDeque<>();

  private TlsDoor tls;
  private HttpsListener https;

  Doors(
      GatewaySettings settings,
      EventLoopGroup loops,
      OpenConnections connections,
      GatewayMeters meters) {
    this.settings = settings;
    this.loops = loops;
    this.connections = connections;
    this.meters = meters;
  }

  /**
   * Opens the ports.
   *
   * @param plain what happens to a logger's connection without TLS
   * @throws GatewayStartException when a file cannot be used or an address not be had
   */
  void openPorts(GatewayInitializer plain, Intake intake) throws InterruptedException {
    if (settings.doors().tlsOrNull() != null) {
      tls = TlsDoor.open(settings.doors().tlsOrNull(), loops, plain);
      open.push(tls::close);
    }
    HttpsDoorSettings wanted = settings.doors().httpsOrNull();
    if (wanted != null) {
      HttpsDoor door = new HttpsDoor(wanted, intake, doorMeters, Ticker.systemTicker());
      https =
          HttpsListener.open(
              wanted, door, loops, connections, settings.patience().slowReader(), meters);
      open.push(https::close);
    }
  }

  /** Begins to read what platforms write to Kafka; does not wait for it. */
  void openKafka(Topics topics, Map<String, Object> kafka, Intake intake) {
    KafkaDoorSettings wanted = settings.doors().kafkaOrNull();
    if (wanted != null) {
      KafkaDoor door =
          new KafkaDoor(
              wanted,
              topics,
              () -> new KafkaConsumer<>(KafkaClients.doorConsumer(kafka, settings, wanted.group())),
              () -> new KafkaProducer<>(KafkaClients.doorProducer(kafka, settings)),
              intake,
              doorMeters);
      door.open();
      open.push(door::close);
    }
  }

  void bindTo(MeterRegistry registry) {
    doorMeters.bindTo(registry);
  }

  int tlsPort() {
    return tls.port();
  }

  int httpsPort() {
    return https.port();
  }

  /** Takes no more in; connections that are open stay. */
  @Override
  public void close() {
    while (!open.isEmpty()) {
      open.pop().run();
    }
  }
}
