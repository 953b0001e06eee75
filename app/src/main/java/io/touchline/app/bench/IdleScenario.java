package io.touchline.app.bench;

import io.touchline.app.Complaint;
import io.touchline.app.bench.GatewayProcess.Memory;
import io.touchline.app.bench.LoadClient.Measured;
import io.touchline.fleet.bench.Figure;
import io.touchline.fleet.bench.LoadPlan;
import io.touchline.fleet.bench.Measure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Scenarios 03 and 04: gateways that hold very many connections of which few speak. Each idle one
 * sent a frame and saw it acknowledged. What the few that speak wait for their answers is measured
 * before the idle ones come and while they are there.
 */
final class IdleScenario {

  private static final double BYTES_EACH = 8 * 1024;
  private static final Duration GONE = Duration.ofSeconds(60);
  private static final int CLIENTS_PER_GATEWAY = 2;
  private static final int SPEAKING = 50;
  private static final int SPEAKING_INTERVAL_MILLIS = 200;

  /** Latency is usual where it is at most so many times that without idle connections. */
  private static final double USUAL = 2;

  private final int gateways;
  private final int idleEach;
  private final int seconds;

  /**
   * A scenario of some size.
   *
   * @param idleEach idle connections of each gateway; below 19,900, as many files as a process may
   *     have open on the machine this was made on
   * @param seconds of each measurement of latency
   */
  IdleScenario(int gateways, int idleEach, int seconds) {
    this.gateways = gateways;
    this.idleEach = idleEach;
    this.seconds = seconds;
  }

  List<Figure> run() {
    List<AutoCloseable> parts = new ArrayList<>();
    Stage stage = Stage.set(gateways * idleEach + SPEAKING);
    parts.add(stage);
    try {
      return run(stage, parts);
    } finally {
      closeAll(parts);
    }
  }

  private List<Figure> run(Stage stage, List<AutoCloseable> parts) {
    List<GatewayProcess> running = new ArrayList<>();
    for (int i = 0; i < gateways; i++) {
      GatewayProcess gateway = gateway(stage, "gateway-" + (i + 1));
      running.add(gateway);
      parts.add(gateway);
    }
    LoadClient speaking =
        LoadClient.start(
            "speaking",
            stage.directory(),
            LoadPlan.steady(
                running.get(0).port(), SPEAKING, gateways * idleEach, SPEAKING_INTERVAL_MILLIS));
    parts.add(speaking);
    speaking.measure(seconds);
    Measured calm = speaking.measure(seconds);
    Memory before = memory(running);
    List<LoadClient> idle = open(stage, running, parts);
    int held = idle.stream().mapToInt(LoadClient::open).sum();
    Memory crowd = memory(running);
    Measured crowded = speaking.measure(seconds);
    stillThere(running, held);
    idle.forEach(LoadClient::close);
    awaitGone(running);
    Memory each = largest(crowd.over(before, held), crowd.over(memory(running), held));
    return List.of(
        Figure.of(Measure.CONNECTIONS, held).atLeast(gateways * (double) idleEach),
        Figure.of(Measure.BYTES_PER_CONNECTION, each.total()).atMost(BYTES_EACH),
        Figure.of(Measure.HEAP_PER_CONNECTION, each.heap()),
        Figure.of(Measure.DIRECT_PER_CONNECTION, each.direct()),
        Figure.of(Measure.CALM_MEDIAN, calm.median()),
        Figure.of(Measure.CALM_99, calm.percentile99()),
        Figure.of(Measure.CROWDED_MEDIAN, crowded.median()).atMost(USUAL * calm.median()),
        Figure.of(Measure.CROWDED_99, crowded.percentile99()).atMost(USUAL * calm.percentile99()));
  }

  /**
   * Of what the gateways hold more than before the idle ones came, and more than after they went,
   * the greater: a process that is still warming up gives back what others take.
   */
  private static Memory largest(Memory one, Memory other) {
    return one.total() >= other.total() ? one : other;
  }

  private GatewayProcess gateway(Stage stage, String name) {
    return GatewayProcess.start(
        name,
        stage.directory(),
        "640m",
        stage.address(),
        Map.of(
            "TOUCHLINE_GATEWAY_CONNECTIONS_TOTAL",
            Integer.toString(idleEach + 2 * SPEAKING),
            "TOUCHLINE_GATEWAY_PATIENCE_IDLE",
            "1h"));
  }

  private List<LoadClient> open(
      Stage stage, List<GatewayProcess> running, List<AutoCloseable> parts) {
    List<LoadClient> clients = new ArrayList<>();
    int first = 0;
    int each = idleEach / CLIENTS_PER_GATEWAY;
    for (GatewayProcess gateway : running) {
      for (int i = 0; i < CLIENTS_PER_GATEWAY; i++) {
        int connections = i == 0 ? idleEach - each * (CLIENTS_PER_GATEWAY - 1) : each;
        LoadClient idle =
            LoadClient.start(
                "idle-" + (clients.size() + 1),
                stage.directory(),
                LoadPlan.idle(gateway.port(), connections, first, 10 + clients.size() * 8));
        parts.add(idle);
        clients.add(idle);
        first += connections;
      }
    }
    return clients;
  }

  private static Memory memory(List<GatewayProcess> running) {
    return running.stream().map(GatewayProcess::memory).reduce(Memory::plus).orElseThrow();
  }

  private static double openAt(List<GatewayProcess> running) {
    return running.stream().mapToDouble(GatewayProcess::connections).sum();
  }

  private static void awaitGone(List<GatewayProcess> running) {
    long deadline = System.nanoTime() + GONE.toNanos();
    while (openAt(running) > SPEAKING && System.nanoTime() - deadline < 0) {
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static void stillThere(List<GatewayProcess> running, int held) {
    double open = openAt(running);
    if (open < held) {
      throw Complaint.of("bench.connections", Long.toString((long) open), Integer.toString(held));
    }
  }

  private static void closeAll(List<AutoCloseable> parts) {
    for (int i = parts.size() - 1; i >= 0; i--) {
      try {
        parts.get(i).close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
