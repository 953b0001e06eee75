package io.touchline.ingest;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.touchline.hj212.Answers;
import io.touchline.hj212.Edition;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Sends each piece to its topic, and answers a frame when the broker has it: in the order of
 * arrival, and not at all where the send failed, so that the logger resends. Each piece goes on
 * down the pipeline as {@link Settled}, in the order of arrival too.
 *
 * <p>On the channel's event loop, except {@link #settled}, which the producer calls.
 */
final class PublishHandler extends ChannelInboundHandlerAdapter {

  /** Asks a connection to answer what is under way, read nothing more, and close. */
  static final Object FINISH =
      new Object() {
        @Override
        public String toString() {
          return "FINISH";
        }
      };

  private final Evidence evidence;
  private final EvidenceWriter writer;
  private final Backpressure backpressure;
  private final ReadGate gate;
  private final GatewayMeters meters;
  private final Queue<Pending> underWay = new ArrayDeque<>();
  private final AtomicBoolean answering = new AtomicBoolean();

  private ChannelHandlerContext ctx;
  private String peer;
  private boolean finishing;

  PublishHandler(
      Evidence evidence,
      EvidenceWriter writer,
      Backpressure backpressure,
      ReadGate gate,
      GatewayMeters meters) {
    this.evidence = evidence;
    this.writer = writer;
    this.backpressure = backpressure;
    this.gate = gate;
    this.meters = meters;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    this.ctx = ctx;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    peer = Evidence.peer(ctx.channel().remoteAddress());
    ctx.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    Checked checked = (Checked) message;
    meters.received();
    Pending pending =
        new Pending(
            checked, Backpressure.costOf(checked.piece().bytes()), answerTo(checked), now());
    ProducerRecord<byte[], byte[]> record = evidence.of(checked, peer);
    if (!backpressure.take(pending.cost)) {
      meters.failed(GatewayMeters.Failure.NO_ROOM);
      return;
    }
    underWay.add(pending);
    gate.charge(pending.cost);
    writer.write(record, stored -> settled(pending, stored));
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == FINISH || event == ChannelInputShutdownEvent.INSTANCE) {
      finishing = true;
      gate.shut();
      answer();
    } else {
      ctx.fireUserEventTriggered(event);
    }
  }

  private long now() {
    return ctx.executor().ticker().nanoTime();
  }

  private static byte[] answerTo(Checked checked) {
    if (checked instanceof Checked.Good good) {
      return Answers.to(good.packet()).orElse(null);
    }
    if (checked instanceof Checked.Nameless nameless
        && nameless.packet().edition() == Edition.V2025) {
      return Answers.to(nameless.packet()).orElse(null);
    }
    return null;
  }

  /** From any thread, once for each pending piece. */
  private void settled(Pending pending, boolean stored) {
    count(pending.checked, stored);
    pending.state = stored ? Pending.State.STORED : Pending.State.FAILED;
    backpressure.giveBack(pending.cost, stored);
    if (answering.compareAndSet(false, true)) {
      try {
        ctx.executor().execute(this::answer);
      } catch (RejectedExecutionException closing) {
        // The event loop is gone, and the connection with it: nobody is left to answer.
      }
    }
  }

  private void count(Checked checked, boolean stored) {
    if (!stored) {
      meters.failed(GatewayMeters.Failure.BROKER);
    } else if (checked instanceof Checked.Good good) {
      meters.accepted(good.packet().edition());
    } else if (checked instanceof Checked.Bad bad) {
      meters.quarantined(bad.reason());
    } else {
      meters.quarantined(QuarantineReason.UNKNOWN_MN);
    }
  }

  /** Answers from the oldest on, up to the first that is still under way. */
  private void answer() {
    answering.set(false);
    int settled = 0;
    int bytes = 0;
    for (Pending pending : underWay) {
      if (pending.state == Pending.State.UNDER_WAY) {
        break;
      }
      settled++;
      bytes += pending.answerLength();
    }
    if (bytes > 0) {
      write(settled, bytes);
    }
    for (; settled > 0; settled--) {
      Pending pending = underWay.remove();
      gate.refund(pending.cost);
      ctx.fireChannelRead(new Settled(pending.checked, pending.state == Pending.State.STORED));
    }
    if (bytes > 0) {
      ctx.flush();
    }
    if (finishing && underWay.isEmpty()) {
      Farewell.say(ctx.channel());
    }
  }

  /** All that are due in one buffer: a write of its own for each would cost as much as Kafka. */
  private void write(int settled, int bytes) {
    ByteBuf answers = ctx.alloc().buffer(bytes);
    long now = now();
    int left = settled;
    int counted = 0;
    for (Pending pending : underWay) {
      if (left-- == 0) {
        break;
      }
      if (pending.answerLength() > 0) {
        answers.writeBytes(pending.answer);
        if (pending.checked instanceof Checked.Good) { // Answers to quarantined are not counted.
          counted++;
          meters.answeredAfter(now - pending.since);
        }
      }
    }
    int acknowledged = counted;
    ctx.write(answers)
        .addListener(
            written -> {
              if (written.isSuccess()) {
                meters.acknowledged(acknowledged);
              }
            });
  }

  /** One piece on its way to Kafka. */
  private static final class Pending {
    enum State {
      UNDER_WAY,
      STORED,
      FAILED
    }

    final Checked checked;
    final int cost;
    final byte[] answer;
    final long since;
    volatile State state = State.UNDER_WAY;

    /** Bytes of the answer that is due; 0 where none is. */
    int answerLength() {
      return state == State.STORED && answer != null ? answer.length : 0;
    }

    Pending(Checked checked, int cost, byte[] answer, long since) {
      this.checked = checked;
      this.cost = cost;
      this.answer = answer;
      this.since = since;
    }
  }
}
