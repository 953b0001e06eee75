package io.touchline.ingest;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.contract.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The gateway while the wire between it and the broker is cut, again and again. */
@Timeout(120)
class BrokerOutageIT {

  private static final long BUDGET = 96 * 1024;
  private static final GatewaySettings SETTINGS =
      GatewaySettings.defaults()
          .withName("gw-outage")
          .withAddress("127.0.0.1", 0)
          .with(new GatewaySettings.InFlight(BUDGET, 16 * 1024))
          .with(
              new GatewaySettings.Patience(
                  Duration.ofSeconds(60),
                  Duration.ofMinutes(10),
                  Duration.ofSeconds(30),
                  Duration.ofMillis(400),
                  Duration.ofSeconds(3),
                  Duration.ofSeconds(10)));

  static {
    LeakWatch.install();
  }

  private final BrokerFixture broker = BrokerFixture.shared();
  private final Topics topics = new Topics("outage-" + UUID.randomUUID() + ".", 3);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private Gateway gateway;
  private int port;

  @BeforeEach
  void start() {
    broker.create(topics);
    broker.register(topics, Frames.MN, Outlets.stack(Frames.MN, Frames.PW));
    Map<String, Object> kafka = new HashMap<>(broker.serversThroughProxy());
    kafka.put("reconnect.backoff.max.ms", 100);
    gateway = new Gateway(SETTINGS, topics, kafka, new SimpleMeterRegistry(), Clock.systemUTC());
    port = gateway.start();
  }

  @AfterEach
  void stop() {
    broker.proxy().mend();
    gateway.close();
    threads.shutdownNow();
    assertThat(LeakWatch.leaks()).isEmpty();
  }

  @Test
  void everyAcknowledgedFrameIsKeptWhileTheBrokerComesAndGoes() throws Exception {
    int perLogger = 4_000;
    Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    List<ResendingLogger> loggers =
        IntStream.range(0, 4)
            .mapToObj(
                n ->
                    new ResendingLogger(
                        port,
                        IntStream.range(n * perLogger, (n + 1) * perLogger)
                            .mapToObj(Frames::qn)
                            .toList(),
                        acknowledged))
            .toList();
    AtomicLong mostInFlight = new AtomicLong();
    Future<?> watch = threads.submit(() -> watchInFlight(mostInFlight));
    List<Future<?>> running = new ArrayList<>();
    loggers.forEach(logger -> running.add(threads.submit(logger)));

    for (int outage = 1; outage <= 5; outage++) {
      int after = outage * loggers.size() * perLogger / 6;
      until(() -> acknowledged.size() >= after);
      boolean lasting = outage % 2 == 0;
      long failedBefore = gateway.counters().failed();
      broker.proxy().cut();
      until(() -> gateway.counters().paused() > 0);
      if (lasting) {
        until(() -> gateway.counters().failed() > failedBefore);
      }
      broker.proxy().mend();
    }
    for (Future<?> logger : running) {
      logger.get(60, TimeUnit.SECONDS);
    }
    gateway.close();
    watch.get(5, TimeUnit.SECONDS);

    Map<String, List<byte[]>> kept =
        broker.read(topics.packets()).stream()
            .map(ConsumerRecord::value)
            .collect(groupingBy(Frames::qnOf));
    assertThat(acknowledged).hasSize(loggers.size() * perLogger);
    assertThat(kept.keySet()).containsExactlyInAnyOrderElementsOf(acknowledged);
    kept.forEach(
        (qn, frames) ->
            assertThat(frames).allSatisfy(frame -> assertThat(frame).isEqualTo(Frames.minute(qn))));
    assertThat(mostInFlight).hasPositiveValue().hasValueLessThanOrEqualTo(BUDGET);
    GatewayCounters counters = gateway.counters();
    assertThat(counters.inFlight()).isZero();
    assertThat(counters.received())
        .isEqualTo(counters.accepted() + counters.quarantined() + counters.failed());
    assertThat(counters.received())
        .isLessThanOrEqualTo(loggers.stream().mapToLong(ResendingLogger::sent).sum());
    assertThat(counters.acknowledged()).isLessThanOrEqualTo(counters.accepted());
    assertThat(broker.read(topics.packets()))
        .hasSizeGreaterThanOrEqualTo((int) counters.accepted());
  }

  @Test
  void readsPauseWhileTheBrokerIsAwayAndGoOnWhenItIsBack() throws Exception {
    try (DataLogger logger = new DataLogger(port)) {
      logger.send(Frames.minute(Frames.qn(0)));
      assertThat(logger.answer()).contains(Frames.qn(0));

      broker.proxy().cut();
      logger.send(Frames.minute(Frames.qn(1)));
      until(() -> gateway.counters().paused() == 1);
      long readBefore = gateway.counters().bytesReceived();
      logger.send(Frames.minute(Frames.qn(2)));

      await()
          .during(Duration.ofMillis(500))
          .until(() -> gateway.counters().bytesReceived() == readBefore);
      assertThat(logger.hearsNothingFor(Duration.ofMillis(10))).isTrue();

      broker.proxy().mend();
      assertThat(logger.answer()).contains(Frames.qn(1));
      assertThat(logger.answer()).contains(Frames.qn(2));
      until(() -> gateway.counters().paused() == 0);
    }
  }

  @Test
  void anOrderlyCloseAnswersWhatWasUnderWay() throws Exception {
    try (DataLogger logger = new DataLogger(port)) {
      broker.proxy().cut();
      logger.send(
          Frames.join(
              Frames.minute(Frames.qn(1)),
              Frames.minute(Frames.qn(2)),
              Frames.minute(Frames.qn(3))));
      until(() -> gateway.counters().inFlight() == 3);

      Future<?> closing = threads.submit(gateway::close);
      broker.proxy().mend();

      assertThat(logger.answer()).contains(Frames.qn(1));
      assertThat(logger.answer()).contains(Frames.qn(2));
      assertThat(logger.answer()).contains(Frames.qn(3));
      assertThat(logger.answer()).isNull();
      closing.get(10, TimeUnit.SECONDS);
      assertThat(gateway.counters().acknowledged()).isEqualTo(3);
    }
  }

  @Test
  void aCloseWithoutTheBrokerEndsAndAnswersNothing() throws Exception {
    try (DataLogger logger = new DataLogger(port)) {
      broker.proxy().cut();
      logger.send(Frames.minute(Frames.qn(1)));
      until(() -> gateway.counters().inFlight() == 1);

      gateway.close();

      assertThat(logger.answer()).isNull();
      assertThat(gateway.counters().failed()).isEqualTo(1);
      assertThat(gateway.counters().inFlight()).isZero();
      assertThat(gateway.counters().acknowledged()).isZero();
    }
  }

  private void watchInFlight(AtomicLong most) {
    while (gateway.counters().received() == 0 || gateway.counters().connections() > 0) {
      most.accumulateAndGet(gateway.counters().inFlightBytes(), Math::max);
      Thread.onSpinWait();
    }
  }

  private static void until(BooleanSupplier condition) {
    await().atMost(Duration.ofSeconds(30)).until(condition::getAsBoolean);
  }
}
