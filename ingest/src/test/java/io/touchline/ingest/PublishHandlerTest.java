package io.touchline.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.Ticker;
import io.touchline.contract.Topics;
import io.touchline.hj212.FrameScanner;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Order of answers and limits of one connection, with a producer whose callbacks the test calls.
 */
class PublishHandlerTest {

  private static final int FRAME_COST = Backpressure.costOf(Frames.minute(Frames.qn(0)));

  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(
          false, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
  private final Topics topics = new Topics("test.");
  private final GatewaySettings settings =
      GatewaySettings.defaults().with(new GatewaySettings.InFlight(64 * 1024, 4L * FRAME_COST));
  private final Backpressure backpressure = new Backpressure(settings, Ticker.newMockTicker());
  private final GatewayMeters meters =
      new GatewayMeters(new Admission(settings.connections()), backpressure);
  private final EmbeddedChannel channel = connect();

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
  }

  @Test
  void nothingIsAnsweredBeforeTheBrokerHasIt() {
    send(1);

    assertThat(answers()).isEmpty();
    producer.completeNext();
    assertThat(answers()).containsExactly(Frames.qn(1));
  }

  @Test
  void aFailedSendGetsNoAnswerAndTheFramesAroundItDo() {
    send(1, 2, 3);

    producer.completeNext();
    producer.errorNext(new TimeoutException("away"));
    producer.completeNext();

    assertThat(answers()).containsExactly(Frames.qn(1), Frames.qn(3));
    GatewayCounters counters = meters.snapshot();
    assertThat(counters.received()).isEqualTo(3);
    assertThat(counters.accepted()).isEqualTo(2);
    assertThat(counters.failed()).isEqualTo(1);
    assertThat(counters.acknowledged()).isEqualTo(2);
    assertThat(counters.inFlightBytes()).isZero();
  }

  @Test
  void aLaterFrameWaitsForTheAnswerOfAnEarlierOne() {
    OutOfOrder outOfOrder = new OutOfOrder();
    EmbeddedChannel other = connect(outOfOrder.writer());
    other.writeInbound(Unpooled.wrappedBuffer(Frames.minute(Frames.qn(1))));
    other.writeInbound(Unpooled.wrappedBuffer(Frames.minute(Frames.qn(2))));

    outOfOrder.settle(1);
    assertThat(answers(other)).isEmpty();
    outOfOrder.settle(0);

    assertThat(answers(other)).containsExactly(Frames.qn(1), Frames.qn(2));
    other.finishAndReleaseAll();
  }

  @Test
  void aQuarantinedPieceIsNotAnswered() {
    channel.writeInbound(Unpooled.wrappedBuffer(Frames.minute("STRANGER", "", Frames.qn(1))));
    send(2);

    producer.completeNext();
    producer.completeNext();

    assertThat(answers()).containsExactly(Frames.qn(2));
    assertThat(producer.history())
        .extracting(record -> record.topic())
        .containsExactly(topics.quarantine().name(), topics.packets().name());
    assertThat(meters.snapshot().quarantinedByReason()).containsEntry("unknown-mn", 1L);
  }

  @Test
  void aJoiningLoggerIsQuarantinedUnderItsSerialAndAnswered() {
    channel.writeInbound(Unpooled.wrappedBuffer(Frames.join2025(Frames.qn(1), "LOGGER7")));

    producer.completeNext();

    assertThat(answers()).containsExactly(Frames.qn(1));
    assertThat(producer.history().get(0).topic()).isEqualTo(topics.quarantine().name());
    assertThat(producer.history().get(0).key()).isEqualTo(Frames.bytes("LOGGER7"));
    GatewayCounters counters = meters.snapshot();
    assertThat(counters.quarantinedByReason()).containsEntry("unknown-mn", 1L);
    assertThat(counters.acknowledged()).isZero();
  }

  @Test
  void whatIsSettledGoesOnInTheOrderOfArrival() {
    send(1, 2);

    producer.completeNext();
    producer.errorNext(new TimeoutException("away"));
    channel.runPendingTasks();

    assertThat(channel.<Settled>readInbound().stored()).isTrue();
    assertThat(channel.<Settled>readInbound().stored()).isFalse();
  }

  @Test
  void readsPauseWhenTheConnectionHasTooMuchUnderWayAndGoOnAtHalfOfIt() {
    send(1, 2, 3);
    assertThat(channel.config().isAutoRead()).isTrue();
    send(4);
    assertThat(channel.config().isAutoRead()).isFalse();

    producer.completeNext();
    channel.runPendingTasks();
    assertThat(channel.config().isAutoRead()).isFalse();
    producer.completeNext();
    channel.runPendingTasks();

    assertThat(channel.config().isAutoRead()).isTrue();
    assertThat(meters.snapshot().paused()).isZero();
  }

  @Test
  void aFrameBeyondTheWholeBudgetIsLetGoUnsentAndUnanswered() {
    backpressure.take(64 * 1024 - FRAME_COST / 2);

    send(1);

    assertThat(producer.history()).isEmpty();
    assertThat(answers()).isEmpty();
    assertThat(meters.snapshot().failed()).isEqualTo(1);
    assertThat(meters.snapshot().received()).isEqualTo(1);
  }

  @Test
  void readsPauseWhileThePeerDoesNotTakeItsAnswers() {
    channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(8, 16));
    assertThat(channel.config().isAutoRead()).isTrue();

    ChannelFuture written = channel.write(Unpooled.wrappedBuffer(new byte[64]));
    channel.runPendingTasks();
    assertThat(channel.config().isAutoRead()).isFalse();
    channel.flush();
    written.syncUninterruptibly();
    channel.runPendingTasks();

    assertThat(channel.config().isAutoRead()).isTrue();
  }

  @Test
  void aProducerThatIsClosedFailsTheFrame() {
    producer.close();

    send(1);

    assertThat(answers()).isEmpty();
    assertThat(meters.snapshot().failed()).isEqualTo(1);
    assertThat(meters.snapshot().inFlight()).isZero();
  }

  private EmbeddedChannel connect() {
    return connect(new EvidenceWriter(producer));
  }

  private EmbeddedChannel connect(EvidenceWriter writer) {
    ReadGate gate = new ReadGate(backpressure, settings.inFlight().perConnection(), meters);
    return new EmbeddedChannel(
        gate,
        new FrameSplitter(new FrameScanner(), settings.patience().unfinishedFrame(), meters),
        new FrameChecker(mn -> Optional.of(new Station(null)).filter(s -> mn.equals(Frames.MN))),
        new PublishHandler(
            new Evidence(topics, "gw", Clock.systemUTC()), writer, backpressure, gate, meters));
  }

  private void send(int... numbers) {
    for (int number : numbers) {
      channel.writeInbound(Unpooled.wrappedBuffer(Frames.minute(Frames.qn(number))));
    }
  }

  private List<String> answers() {
    return answers(channel);
  }

  /** The request numbers of the answers written so far. */
  private static List<String> answers(EmbeddedChannel channel) {
    channel.runPendingTasks();
    List<String> qns = new ArrayList<>();
    for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
      // Several answers may have been written at once.
      out.toString(ISO_8859_1)
          .lines()
          .forEach(answer -> qns.add(Frames.qnOf((answer + "\r\n").getBytes(ISO_8859_1))));
      out.release();
    }
    return qns;
  }
}
