package io.touchline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.contract.Topics;
import io.touchline.ingest.limit.Allowance;
import io.touchline.ingest.limit.LockOuts;
import io.touchline.ingest.limit.Network;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is let in, and for how long. */
class GatewayLimitsIT {

  private final BrokerFixture broker = BrokerFixture.shared();
  private final Topics topics = new Topics("limits-" + UUID.randomUUID() + ".", 3);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private Gateway gateway;

  @BeforeEach
  void register() {
    broker.create(topics);
    broker.register(topics, Frames.MN, Outlets.stack(Frames.MN, Frames.PW));
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void oneConnectionTooManyIsClosedAndTheOthersServed() throws Exception {
    int port = start(settings().with(new GatewaySettings.Connections(10, 2)));
    try (DataLogger first = new DataLogger(port);
        DataLogger second = new DataLogger(port)) {
      await().until(() -> gateway.counters().connections() == 2);
      try (DataLogger third = new DataLogger(port)) {
        assertThat(third.answer()).isNull();
      }

      first.send(Frames.minute(Frames.qn(1)));
      second.send(Frames.minute(Frames.qn(2)));

      assertThat(first.answer()).contains(Frames.qn(1));
      assertThat(second.answer()).contains(Frames.qn(2));
      assertThat(gateway.counters().refused()).isEqualTo(1);
    }
  }

  @Test
  void aSilentConnectionIsClosed() throws Exception {
    int port = start(settings().with(impatient()));
    try (DataLogger logger = new DataLogger(port)) {
      logger.send(Frames.minute(Frames.qn(1)));

      assertThat(logger.answer()).contains(Frames.qn(1));
      assertThat(logger.answer()).isNull();
    }
    assertThat(gateway.counters().failed()).isZero();
  }

  @Test
  void aConnectionFromNoAllowedNetworkIsClosedAtOnce() throws Exception {
    int port =
        start(
            settings()
                .with(
                    GatewaySettings.Connections.defaults()
                        .from(List.of(Network.of("10.0.0.0/8")))));
    try (DataLogger logger = new DataLogger(port)) {
      assertThat(logger.answer()).isNull();
    }
    assertThat(count("connections.refused", "limit", "network")).isEqualTo(1);
  }

  @Test
  void aStrangerWhoSendsTooMuchIsClosedAndAllItSentIsKept() throws Exception {
    int port = start(settings().with(strangers(3, Duration.ofMinutes(1))));
    byte[] unknown = Frames.minute("NOBODY", Frames.PW, Frames.qn(1));
    try (DataLogger logger = new DataLogger(port)) {
      logger.send(Frames.join(unknown, unknown, unknown, unknown));

      assertThat(logger.answer()).isNull();
    }
    assertThat(count("connections.closed", "cause", "stranger")).isEqualTo(1);
    await().until(() -> gateway.counters().connections() == 0);
    assertThat(broker.read(topics.quarantine())).hasSize(4);
    assertThat(gateway.counters().received()).isEqualTo(gateway.counters().quarantined());
  }

  @Test
  void aStrangerWhoShowsNothingInTimeIsClosedAndAStationIsNot() throws Exception {
    int port = start(settings().with(strangers(100, Duration.ofMillis(700))));
    try (DataLogger stranger = new DataLogger(port);
        DataLogger station = new DataLogger(port)) {
      station.send(Frames.minute(Frames.qn(1)));
      assertThat(station.answer()).contains(Frames.qn(1));
      stranger.send(Frames.bytes("GET / HTTP/1.0\r\n\r\n"));

      assertThat(stranger.answer()).isNull();

      station.send(Frames.minute(Frames.qn(2)));
      assertThat(station.answer()).contains(Frames.qn(2));
    }
    assertThat(count("connections.closed", "cause", "stranger")).isEqualTo(1);
  }

  @Test
  void wrongPasswordsLockTheMnOutAndItsFramesAreKeptUnanswered() throws Exception {
    int port = start(settings().with(strangers(100, Duration.ofMinutes(1))));
    byte[] wrong = Frames.minute(Frames.MN, "000000", Frames.qn(1));
    try (DataLogger logger = new DataLogger(port)) {
      logger.send(Frames.join(wrong, wrong, wrong, Frames.minute(Frames.qn(2))));
      await().until(() -> gateway.counters().quarantined() == 4);
      logger.sayNoMore();

      assertThat(logger.answer()).isNull();
    }
    assertThat(count("lock.outs")).isEqualTo(1);
    assertThat(gateway.counters().quarantinedByReason())
        .containsEntry("wrong-password", 3L)
        .containsEntry("locked-out", 1L);
    assertThat(broker.read(topics.packets())).isEmpty();
  }

  @Test
  void whoFillsQuarantineIsReadSlowlyAndLosesNothing() throws Exception {
    int port =
        start(
            settings()
                .with(
                    new GatewaySettings.Strangers(
                        10_000,
                        Duration.ofMinutes(1),
                        GatewaySettings.Strangers.defaults().lockOut(),
                        new Allowance(100_000, 20_000),
                        100)));
    byte[] unknown = Frames.minute("NOBODY", Frames.PW, Frames.qn(1));
    int frames = 400;
    long costs = (long) frames * (unknown.length + GatewaySettings.InFlight.RECORD_COST);
    long begin = System.nanoTime();
    try (DataLogger logger = new DataLogger(port)) {
      for (int i = 0; i < frames; i++) {
        logger.send(unknown);
      }
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> gateway.counters().quarantined() == frames);
    }
    // All but the burst and what one read may bring in passing came no faster than the rate.
    long leastNanos = (costs - 20_000 - 2 * 64 * 1024) * 1_000_000_000L / 100_000;
    assertThat(System.nanoTime() - begin).isGreaterThan(leastNanos);
    assertThat(count("connections.rested")).isPositive();
    assertThat(broker.read(topics.quarantine())).hasSize(frames);
  }

  @Test
  void whoTakesNoAnswersIsClosed() throws Exception {
    int port =
        start(
            settings()
                .with(GatewaySettings.Patience.defaults().withSlowReader(Duration.ofMillis(800))));
    try (Socket deaf = new Socket()) {
      deaf.setReceiveBufferSize(1024);
      deaf.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      byte[] frames = Frames.join(Frames.minute(Frames.qn(1)), Frames.minute(Frames.qn(2)));
      assertThatThrownBy(
              () -> {
                while (true) {
                  deaf.getOutputStream().write(frames);
                }
              })
          .isInstanceOf(IOException.class);
    }
    assertThat(count("connections.closed", "cause", "slow-reader")).isEqualTo(1);
  }

  @Test
  void aTakenPortIsNamed() {
    int port = start(settings());
    try (Gateway second = gateway(settings().withAddress("127.0.0.1", port))) {
      assertThatThrownBy(second::start)
          .isInstanceOf(GatewayStartException.class)
          .hasMessageContaining("127.0.0.1:" + port);
    }
  }

  private int start(GatewaySettings settings) {
    gateway = gateway(settings);
    return gateway.start();
  }

  private Gateway gateway(GatewaySettings settings) {
    return new Gateway(settings, topics, broker.servers(), meters, Clock.systemUTC());
  }

  private double count(String meter, String... tags) {
    return meters.get("touchline.gateway." + meter).tags(tags).functionCounter().count();
  }

  /** Three wrong passwords lock for longer than any test takes. */
  private static GatewaySettings.Strangers strangers(int pieces, Duration patience) {
    return new GatewaySettings.Strangers(
        pieces,
        patience,
        new LockOuts.Rule(3, Duration.ofMinutes(10), Duration.ofMinutes(10)),
        GatewaySettings.Strangers.defaults().quarantine(),
        100);
  }

  private static GatewaySettings settings() {
    return GatewaySettings.defaults().withAddress("127.0.0.1", 0);
  }

  private static GatewaySettings.Patience impatient() {
    GatewaySettings.Patience usual = GatewaySettings.Patience.defaults();
    return new GatewaySettings.Patience(
        usual.start(),
        Duration.ofMillis(500),
        usual.unfinishedFrame(),
        usual.stall(),
        usual.delivery(),
        usual.drain());
  }
}
