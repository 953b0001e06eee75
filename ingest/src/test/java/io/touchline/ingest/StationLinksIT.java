package io.touchline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.contract.ConnectionRecord;
import io.touchline.contract.ConnectionRecord.State;
import io.touchline.contract.Json;
import io.touchline.contract.Topics;
import io.touchline.hj212.Edition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a gateway tells of its connections, over real sockets and on a real topic. */
class StationLinksIT {

  private final BrokerFixture broker = BrokerFixture.shared();
  private final Topics topics = new Topics("links-" + UUID.randomUUID() + ".", 3);
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private Gateway gateway;
  private int port;

  @BeforeEach
  void start() {
    broker.create(topics);
    broker.register(topics, Frames.MN, Outlets.stack(Frames.MN, Frames.PW));
    gateway =
        new Gateway(
            GatewaySettings.defaults().withName("gw-links").withAddress("127.0.0.1", 0),
            topics,
            broker.servers(),
            meters,
            Clock.systemUTC());
    port = gateway.start();
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void aConnectionIsClaimedShownCountedAndGivenBack() throws IOException {
    Instant before = Instant.now().minusMillis(1);
    String peer;
    try (DataLogger logger = new DataLogger(port)) {
      peer = logger.name();
      await().until(() -> state("nameless") == 1);
      logger.send(Frames.minute(Frames.qn(1)));
      logger.answer();

      ConnectionRecord shown = gateway.links().find(Frames.MN).orElseThrow();
      assertThat(shown.state()).isEqualTo(State.CONNECTED);
      assertThat(shown.gateway()).isEqualTo("gw-links");
      assertThat(shown.peer()).isEqualTo(peer);
      assertThat(shown.since()).isBetween(before, Instant.now());
      assertThat(shown.frames()).isEqualTo(1);
      assertThat(gateway.links().channelOf(Frames.MN)).isPresent();
      assertThat(gateway.links().byEdition()).containsEntry(Edition.V2017, 1);
      assertThat(state("nameless")).isZero();
      assertThat(state("live")).isEqualTo(1);
      assertThat(meters.get("touchline.gateway.frames.lag").timers())
          .extracting(timer -> timer.count())
          .contains(1L);
    }
    await().until(() -> gateway.links().all().isEmpty());
    await().until(() -> records().size() == 2);
    assertThat(records())
        .extracting(ConnectionRecord::state)
        .containsExactly(State.CONNECTED, State.GONE);
    assertThat(records()).extracting(ConnectionRecord::peer).containsOnly(peer);
  }

  @Test
  void aGatewayThatClosesGivesItsStationsBack() throws IOException {
    try (DataLogger logger = new DataLogger(port)) {
      logger.send(Frames.minute(Frames.qn(1)));
      logger.answer();

      gateway.close();

      assertThat(records())
          .extracting(ConnectionRecord::state)
          .containsExactly(State.CONNECTED, State.GONE);
    }
  }

  private double state(String state) {
    return meters.get("touchline.gateway.connections.state").tag("state", state).gauge().value();
  }

  private List<ConnectionRecord> records() {
    return broker.read(topics.connections()).stream()
        .map(
            record -> {
              try {
                return Json.mapper().readValue(record.value(), ConnectionRecord.class);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .toList();
  }
}
