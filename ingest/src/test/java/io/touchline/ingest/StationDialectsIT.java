package io.touchline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.contract.Json;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.PacketHeaders;
import io.touchline.contract.QualityRecord;
import io.touchline.contract.StationDialect;
import io.touchline.contract.StationKeysRecord;
import io.touchline.contract.StationProposalRecord;
import io.touchline.contract.Topic;
import io.touchline.contract.Topics;
import io.touchline.hj212.CheckMode;
import io.touchline.hj212.LengthMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stations of every dialect on one port, over real sockets and a real broker. */
class StationDialectsIT {

  private static final String KEY = "0123456789abcdef";
  private static final String RENEWED = "fedcba9876543210";

  private final BrokerFixture broker = BrokerFixture.shared();
  private final Topics topics = new Topics("dialects-" + UUID.randomUUID() + ".", 3);
  private Gateway gateway;
  private int port;

  @BeforeEach
  void start() {
    broker.create(topics);
    register("PLAIN", StationDialect.STANDARD);
    register("MODBUS", dialect(CheckMode.MODBUS, LengthMode.EXACT, null));
    register("LENIENT", dialect(CheckMode.STANDARD, LengthMode.LENIENT, null));
    register("CIPHER", dialect(CheckMode.STANDARD, LengthMode.EXACT, KEY));
    gateway =
        new Gateway(
            GatewaySettings.defaults().withAddress("127.0.0.1", 0),
            topics,
            broker.servers(),
            new SimpleMeterRegistry(),
            Clock.systemUTC());
    port = gateway.start();
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void allEditionsAndDialectsAreTakenOnOnePortAndKeptAsTheyCame() throws IOException {
    byte[] plain = minute("PLAIN");
    byte[] modbus = Dialects.checkedBy(CheckMode.MODBUS, minute("MODBUS"));
    byte[] lenient = Dialects.declaring(4, minute("LENIENT"));
    byte[] cipher = Dialects.enciphered("CIPHER", KEY);
    try (DataLogger logger = new DataLogger(port)) {
      logger.send(Frames.join(plain, modbus, lenient, cipher));

      for (String mn : List.of("PLAIN", "MODBUS", "LENIENT", "CIPHER")) {
        assertThat(logger.answer()).contains("CN=9014").contains("MN=" + mn);
      }
    }
    assertThat(broker.read(topics.packets()))
        .extracting(ConsumerRecord::value)
        .containsExactlyInAnyOrder(plain, modbus, lenient, cipher);
    assertThat(header("MODBUS", PacketHeaders.CHECK)).isEqualTo("MODBUS");
    assertThat(header("LENIENT", PacketHeaders.LENGTH)).isEqualTo("LENIENT");
    assertThat(header("CIPHER", PacketHeaders.ENCIPHERED)).isEqualTo("true");
    assertThat(header("CIPHER", PacketHeaders.EDITION)).isEqualTo("2025");
    assertThat(header("PLAIN", PacketHeaders.ENCIPHERED)).isNull();
  }

  @Test
  void aRenewedKeyOpensTheFramesThatFollow() throws IOException {
    byte[] frame = Dialects.enciphered("CIPHER", RENEWED);
    Instant now = Instant.now();
    broker.put(
        topics.stationKeys().name(),
        "CIPHER",
        Frames.bytes(
            Json.text(
                new StationKeysRecord(
                    1, "CIPHER", List.of(new StationKeysRecord.Key(RENEWED, now, now))))));
    try (DataLogger logger = new DataLogger(port)) {
      await()
          .pollInterval(Duration.ofMillis(100))
          .until(
              () -> {
                logger.send(frame);
                return gateway.counters().accepted() > 0;
              });
      assertThat(logger.answer()).contains("CN=9014");
    }
  }

  @Test
  void aContradictionIsToldAndTheFramesAreInQuarantineUnderTheirMn() throws IOException {
    byte[] frame = Dialects.checkedBy(CheckMode.MODBUS, minute("PLAIN"));
    try (DataLogger logger = new DataLogger(port)) {
      logger.send(Frames.join(frame, frame, frame, minute("PLAIN")));
      assertThat(logger.answer()).contains("MN=PLAIN");
    }
    await().until(() -> broker.read(topics.quality()).size() == 2);

    assertThat(broker.read(topics.quarantine()))
        .extracting(record -> new String(record.key(), UTF_8))
        .containsExactly("PLAIN", "PLAIN", "PLAIN");
    List<QualityRecord> told = read(topics.quality(), QualityRecord.class);
    assertThat(told)
        .extracting(QualityRecord::kind)
        .containsOnly(QualityRecord.Kind.CHECK_CONTRADICTS_PROFILE);
    assertThat(told.get(0).to()).isNull();
    assertThat(told.get(1).to()).isNotNull();
  }

  @Test
  void anUnknownStationIsProposedAndItsProposalTakenBackWhenItIsRegistered() throws IOException {
    try (DataLogger logger = new DataLogger(port)) {
      logger.send(Dialects.checkedBy(CheckMode.MODBUS_SWAPPED, minute("STRANGER")));
      await().until(() -> broker.read(topics.proposals()).size() == 1);

      StationProposalRecord proposal = read(topics.proposals(), StationProposalRecord.class).get(0);
      assertThat(proposal.mn()).isEqualTo("STRANGER");
      assertThat(proposal.check()).isEqualTo(CheckMode.MODBUS_SWAPPED);
      assertThat(proposal.factors()).containsExactly("a21026");
      assertThat(proposal.peer()).isEqualTo(logger.name());
    }
    register("STRANGER", dialect(CheckMode.MODBUS_SWAPPED, LengthMode.EXACT, null));

    await().until(() -> broker.read(topics.proposals()).size() == 2);
    assertThat(broker.read(topics.proposals()).get(1).value()).isNull();
  }

  private void register(String mn, StationDialect dialect) {
    OutletRecord outlet = Outlets.stack(mn, Frames.PW).withDialect(dialect);
    broker.register(topics, mn, outlet);
  }

  private static StationDialect dialect(CheckMode check, LengthMode length, String key) {
    return new StationDialect(check, length, null, null, null, key, null, null, null);
  }

  private static byte[] minute(String mn) {
    return Frames.minute(mn, Frames.PW, Frames.qn(1));
  }

  private String header(String mn, String name) {
    return broker.read(topics.packets()).stream()
        .filter(record -> new String(record.key(), UTF_8).equals(mn))
        .findFirst()
        .map(record -> PacketHeaders.get(record.headers(), name))
        .orElse(null);
  }

  private <T> List<T> read(Topic topic, Class<T> type) {
    return broker.read(topic).stream()
        .map(
            record -> {
              try {
                return Json.mapper().readValue(record.value(), type);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .toList();
  }
}
