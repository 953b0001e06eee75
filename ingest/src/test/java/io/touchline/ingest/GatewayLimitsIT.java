package io.touchline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.contract.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is let in, and for how long. */
class GatewayLimitsIT {

  private final BrokerFixture broker = BrokerFixture.shared();
  private final Topics topics = new Topics("limits-" + UUID.randomUUID() + ".", 3);
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
    return new Gateway(
        settings, topics, broker.servers(), new SimpleMeterRegistry(), Clock.systemUTC());
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
