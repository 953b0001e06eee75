package io.touchline.app.bench;

import io.touchline.app.bench.LoadClient.Measured;
import io.touchline.fleet.bench.Figure;
import io.touchline.fleet.bench.LoadPlan;
import io.touchline.fleet.bench.Measure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Scenario 02: acknowledged frames a second of one gateway, against what Kafka's producer writes of
 * the same bytes to the same broker. Broker, gateway and load client are processes of their own and
 * share the machine; for the producer the machine has the broker and itself.
 */
final class ThroughputScenario {

  private static final double TO_PRODUCER = 0.5;
  private static final int CONNECTIONS = 200;

  private final int seconds;
  private final int window;

  /**
   * A scenario of some length.
   *
   * @param window frames that each of the 200 connections may have unacknowledged: fewer than fill
   *     the batches leave the gateway waiting, more only wait in its memory
   */
  ThroughputScenario(int seconds, int window) {
    this.seconds = seconds;
    this.window = window;
  }

  List<Figure> run() {
    try (Stage stage = Stage.set(CONNECTIONS)) {
      // Before and after: what else the machine does may change meanwhile.
      Rate before = producer(stage);
      List<Figure> figures = new ArrayList<>(gateway(stage));
      Rate producer = before.and(producer(stage));
      double gateway = figures.get(0).value();
      figures.add(0, Figure.of(Measure.PRODUCER_RATE, producer.perSecond));
      figures.add(
          2,
          Figure.of(Measure.GATEWAY_TO_PRODUCER, gateway / producer.perSecond)
              .atLeast(TO_PRODUCER));
      figures.add(Figure.of(Measure.PRODUCER_CPU, producer.cpuMicros));
      return figures;
    }
  }

  private Rate producer(Stage stage) {
    try (ChildJvm jvm =
        ChildJvm.start(
            "producer",
            stage.directory(),
            List.of("-Xmx512m"),
            Map.of(),
            ProducerProcess.class,
            stage.address(),
            stage.topics().packets().name(),
            Integer.toString(seconds),
            Integer.toString(seconds))) {
      String[] said = jvm.await("MEASURED ").split(" ", -1);
      if (!said[1].equals("0")) {
        throw new IllegalStateException(said[1] + " records were not stored");
      }
      double perSecond = Double.parseDouble(said[0]);
      return new Rate(perSecond, jvm.cpu().toNanos() / 1e3 / (perSecond * 2 * seconds));
    }
  }

  private List<Figure> gateway(Stage stage) {
    try (GatewayProcess gateway =
            GatewayProcess.start("gateway", stage.directory(), "512m", stage.address(), Map.of());
        LoadClient client =
            LoadClient.start(
                "load", stage.directory(), LoadPlan.flood(gateway.port(), CONNECTIONS, window))) {
      client.measure(seconds);
      Duration gatewayCpu = gateway.cpu();
      Duration brokerCpu = stage.brokerCpu();
      Duration clientCpu = client.cpu();
      Measured measured = client.measure(seconds);
      double frames = measured.acknowledged();
      return List.of(
          Figure.of(Measure.GATEWAY_RATE, measured.perSecond()),
          Figure.of(Measure.ACK_MEDIAN, measured.median()),
          Figure.of(Measure.ACK_99, measured.percentile99()),
          Figure.of(Measure.GATEWAY_CPU, micros(gateway.cpu().minus(gatewayCpu), frames)),
          Figure.of(Measure.BROKER_CPU, micros(stage.brokerCpu().minus(brokerCpu), frames)),
          Figure.of(Measure.CLIENT_CPU, micros(client.cpu().minus(clientCpu), frames)));
    }
  }

  private static double micros(Duration cpu, double frames) {
    return cpu.toNanos() / 1e3 / frames;
  }

  /** What the producer alone reached, its start included in its processor time. */
  private record Rate(double perSecond, double cpuMicros) {
    Rate and(Rate other) {
      return new Rate((perSecond + other.perSecond) / 2, (cpuMicros + other.cpuMicros) / 2);
    }
  }
}
