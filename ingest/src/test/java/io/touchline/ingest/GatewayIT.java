package io.touchline.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.contract.PacketHeaders;
import io.touchline.contract.Topics;
import io.touchline.hj212.PacketWriter;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The gateway between real sockets and a real broker. */
class GatewayIT {

  /** Of today: what is stamped further back the broker deletes by the topic's retention. */
  private final Instant receipt = Instant.now().minusSeconds(60);

  static {
    LeakWatch.install();
  }

  private final BrokerFixture broker = BrokerFixture.shared();
  private final Topics topics = new Topics("it-" + UUID.randomUUID() + ".", 3);
  private Gateway gateway;
  private int port;

  @BeforeEach
  void start() {
    broker.create(topics);
    broker.register(topics, Frames.MN, Outlets.stack(Frames.MN, Frames.PW));
    gateway =
        new Gateway(
            GatewaySettings.defaults().withName("gw-it").withAddress("127.0.0.1", 0),
            topics,
            broker.servers(),
            new SimpleMeterRegistry(),
            Clock.fixed(receipt, ZoneOffset.UTC));
    port = gateway.start();
  }

  @AfterEach
  void everyPieceIsInExactlyOnePlace() {
    gateway.close();
    GatewayCounters counters = gateway.counters();
    assertThat(counters.inFlight()).isZero();
    assertThat(counters.received())
        .isEqualTo(counters.accepted() + counters.quarantined() + counters.failed());
    assertThat(counters.acknowledged()).isLessThanOrEqualTo(counters.accepted());
    assertThat(broker.read(topics.packets())).hasSize((int) counters.accepted());
    assertThat(broker.read(topics.quarantine())).hasSize((int) counters.quarantined());
    assertThat(LeakWatch.leaks()).isEmpty();
  }

  @Test
  void anAcceptedFrameIsKeptByteForByteAndThenAnswered() throws IOException {
    byte[] frame = Frames.minute(Frames.qn(1));
    try (DataLogger logger = new DataLogger(port)) {
      logger.send(frame);

      assertThat(logger.answer()).isEqualTo(text(Frames.reply(Frames.qn(1))));
      List<ConsumerRecord<byte[], byte[]>> packets = broker.read(topics.packets());
      assertThat(packets).hasSize(1);
      ConsumerRecord<byte[], byte[]> packet = packets.get(0);
      assertThat(packet.value()).isEqualTo(frame);
      assertThat(new String(packet.key(), UTF_8)).isEqualTo(Frames.MN);
      assertThat(packet.timestamp()).isEqualTo(receipt.toEpochMilli());
      assertThat(header(packet, PacketHeaders.RECEIVED_AT))
          .isEqualTo(Long.toString(receipt.toEpochMilli()));
      assertThat(header(packet, PacketHeaders.PEER)).isEqualTo(logger.name());
      assertThat(header(packet, PacketHeaders.GATEWAY)).isEqualTo("gw-it");
      assertThat(header(packet, PacketHeaders.EDITION)).isEqualTo("2017");
    }
  }

  @Test
  void framesInOneWriteAreAnsweredInTheOrderOfArrival() throws IOException {
    byte[][] frames = new byte[50][];
    for (int i = 0; i < frames.length; i++) {
      frames[i] = Frames.minute(Frames.qn(i));
    }
    try (DataLogger logger = new DataLogger(port)) {
      logger.send(Frames.join(frames));

      for (int i = 0; i < frames.length; i++) {
        assertThat(Frames.qnOf(logger.answer().getBytes(ISO_8859_1))).isEqualTo(Frames.qn(i));
      }
    }
    assertThat(broker.read(topics.packets()))
        .extracting(ConsumerRecord::value)
        .containsExactly(frames);
  }

  @Test
  void aFrameInManyWritesIsOneFrame() throws IOException {
    byte[] frame = Frames.minute(Frames.qn(1));
    try (DataLogger logger = new DataLogger(port)) {
      for (int i = 0; i < frame.length; i += 7) {
        logger.send(Arrays.copyOfRange(frame, i, Math.min(i + 7, frame.length)));
      }

      assertThat(logger.answer()).isEqualTo(text(Frames.reply(Frames.qn(1))));
    }
    assertThat(broker.read(topics.packets())).hasSize(1);
    assertThat(gateway.counters().quarantined()).isZero();
  }

  @Test
  void aFrameThatAsksForNoAnswerIsKeptAndNotAnswered() throws IOException {
    byte[] silent =
        new PacketWriter()
            .qn(Frames.qn(1))
            .st("31")
            .cn("2011")
            .pw(Frames.PW)
            .mn(Frames.MN)
            .flag(4)
            .toFrame();
    try (DataLogger logger = new DataLogger(port)) {
      logger.send(Frames.join(silent, Frames.minute(Frames.qn(2))));

      assertThat(logger.answer()).isEqualTo(text(Frames.reply(Frames.qn(2))));
    }
    assertThat(broker.read(topics.packets())).hasSize(2);
  }

  @Test
  void aBadCheckCodeGoesToQuarantineWithItsPlaceInTheStream() throws IOException {
    byte[] good = Frames.minute(Frames.qn(1));
    byte[] bad = Frames.minute(Frames.qn(2));
    bad[100] ^= 1;

    ConsumerRecord<byte[], byte[]> record = quarantinedAfter(good, bad);

    assertThat(record.value()).isEqualTo(bad);
    assertThat(header(record, PacketHeaders.REASON)).isEqualTo("bad-crc");
    assertThat(header(record, PacketHeaders.POSITION)).isEqualTo("" + good.length);
    assertThat(new String(record.key(), UTF_8)).isEqualTo(Frames.MN);
    assertThat(header(record, PacketHeaders.GATEWAY)).isEqualTo("gw-it");
    assertThat(record.timestamp()).isEqualTo(receipt.toEpochMilli());
  }

  @Test
  void anUnknownStationGoesToQuarantineUnderItsMn() throws IOException {
    byte[] stranger = Frames.minute("ABCDEF", Frames.PW, Frames.qn(2));

    ConsumerRecord<byte[], byte[]> record = quarantinedAfter(Frames.minute(Frames.qn(1)), stranger);

    assertThat(record.value()).isEqualTo(stranger);
    assertThat(header(record, PacketHeaders.REASON)).isEqualTo("unknown-mn");
    assertThat(header(record, PacketHeaders.DETAIL)).contains("ABCDEF");
    assertThat(new String(record.key(), UTF_8)).isEqualTo("ABCDEF");
  }

  @Test
  void aWrongPasswordGoesToQuarantine() throws IOException {
    byte[] wrong = Frames.minute(Frames.MN, "654321", Frames.qn(2));

    ConsumerRecord<byte[], byte[]> record = quarantinedAfter(Frames.minute(Frames.qn(1)), wrong);

    assertThat(record.value()).isEqualTo(wrong);
    assertThat(header(record, PacketHeaders.REASON)).isEqualTo("wrong-password");
    assertThat(new String(record.key(), UTF_8)).isEqualTo(Frames.MN);
  }

  @Test
  void garbageGoesToQuarantineAndTheFrameBehindItIsTaken() throws IOException {
    byte[] garbage = Frames.bytes("GET / HTTP/1.1 ");

    ConsumerRecord<byte[], byte[]> record = quarantinedAfter(Frames.minute(Frames.qn(1)), garbage);

    assertThat(record.value()).isEqualTo(garbage);
    assertThat(header(record, PacketHeaders.REASON)).isEqualTo("no-header");
  }

  @Test
  void whatWasUnfinishedWhenThePeerClosedIsQuarantined() throws IOException {
    byte[] half = Arrays.copyOf(Frames.minute(Frames.qn(1)), 60);
    try (DataLogger logger = new DataLogger(port)) {
      logger.send(half);
    }

    await().until(() -> gateway.counters().quarantined() == 1);
    ConsumerRecord<byte[], byte[]> record = broker.read(topics.quarantine()).get(0);
    assertThat(record.value()).isEqualTo(half);
    assertThat(header(record, PacketHeaders.REASON)).isEqualTo("truncated");
  }

  @Test
  void aLoggerThatSaysNoMoreStillGetsItsAnswers() throws IOException {
    try (DataLogger logger = new DataLogger(port)) {
      logger.send(Frames.minute(Frames.qn(1)));
      logger.sayNoMore();

      assertThat(logger.answer()).isEqualTo(text(Frames.reply(Frames.qn(1))));
      assertThat(logger.answer()).isNull();
    }
    await().until(() -> gateway.counters().connections() == 0);
  }

  @Test
  void anOutletRegisteredWhileTheGatewayRunsIsLetIn() throws IOException {
    broker.register(topics, "NEW1", Outlets.stack("NEW1", null));

    try (DataLogger logger = new DataLogger(port)) {
      await()
          .pollInterval(Duration.ofMillis(100))
          .until(
              () -> {
                logger.send(Frames.minute("NEW1", "anyPW", Frames.qn(1)));
                return gateway.counters().accepted() > 0;
              });
      assertThat(logger.answer()).contains("CN=9014").contains("MN=NEW1");
    }
  }

  /** Sends the pieces, then a good frame whose answer shows that all before it is settled. */
  private ConsumerRecord<byte[], byte[]> quarantinedAfter(byte[] good, byte[] bad)
      throws IOException {
    try (DataLogger logger = new DataLogger(port)) {
      logger.send(Frames.join(good, bad, Frames.minute(Frames.qn(9))));

      assertThat(logger.answer()).isEqualTo(text(Frames.reply(Frames.qn(1))));
      assertThat(logger.answer()).isEqualTo(text(Frames.reply(Frames.qn(9))));
      assertThat(logger.hearsNothingFor(Duration.ofMillis(200))).isTrue();
    }
    List<ConsumerRecord<byte[], byte[]>> quarantined = broker.read(topics.quarantine());
    assertThat(quarantined).hasSize(1);
    assertThat(broker.read(topics.packets())).hasSize(2);
    return quarantined.get(0);
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return PacketHeaders.get(record.headers(), name);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }
}
