package io.touchline.ingest;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.concurrent.FastThreadLocal;
import io.netty.util.concurrent.Future;
import io.touchline.hj212.FrameScanner;
import io.touchline.hj212.Reason;
import io.touchline.hj212.Scan;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Cuts the bytes of one connection into {@link Piece}s.
 *
 * <p>Between reads it keeps the bytes of an unfinished frame and nothing else, at most the longest
 * frame; an idle connection keeps none. The rest of a frame is awaited for a while only: then, as
 * when the peer closes, what is there is cut as if it were the end, so that a good frame behind a
 * damaged one is not held up for ever. Time in which we do not read does not count.
 */
final class FrameSplitter extends ChannelInboundHandlerAdapter {

  /** Skipped bytes are cut to this size: far below what Kafka takes as one record. */
  static final int GARBAGE_PART = 8 * 1024;

  private static final byte[] NONE = {};
  private static final int SCRATCH_SIZE = 64 * 1024;

  /** One buffer per event loop, in use only while one read is being cut. */
  private static final FastThreadLocal<byte[]> SCRATCH =
      new FastThreadLocal<>() {
        @Override
        protected byte[] initialValue() {
          return new byte[SCRATCH_SIZE];
        }
      };

  private final FrameScanner scanner;
  private final long patienceNanos;
  private final GatewayMeters meters;

  private byte[] held = NONE;
  private long heldPosition;
  private long heldSince;
  private Future<?> alarm;

  FrameSplitter(FrameScanner scanner, Duration patience, GatewayMeters meters) {
    this.scanner = scanner;
    this.patienceNanos = patience.toNanos();
    this.meters = meters;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ByteBuf in = (ByteBuf) message;
    try {
      int came = in.readableBytes();
      int to = held.length + came;
      byte[] buf = to <= SCRATCH_SIZE ? SCRATCH.get() : new byte[to];
      System.arraycopy(held, 0, buf, 0, held.length);
      in.readBytes(buf, held.length, came);
      meters.bytesReceived(came);
      split(ctx, buf, to, false);
    } finally {
      in.release();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    splitTheRest(ctx);
    ctx.fireChannelInactive();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == ChannelInputShutdownEvent.INSTANCE) {
      splitTheRest(ctx);
    }
    ctx.fireUserEventTriggered(event);
  }

  private void splitTheRest(ChannelHandlerContext ctx) {
    if (held.length > 0) {
      split(ctx, held, held.length, true);
    }
  }

  private void split(ChannelHandlerContext ctx, byte[] buf, int to, boolean endOfInput) {
    int at = 0;
    while (true) {
      Scan scan = scanner.next(buf, at, to, endOfInput);
      if (scan instanceof Scan.Frame frame) {
        ctx.fireChannelRead(new Piece.Candidate(frame.copyOf(buf), heldPosition + frame.from()));
        at = frame.to();
      } else if (scan instanceof Scan.Skipped skipped) {
        pass(ctx, buf, skipped);
        at = skipped.to();
      } else if (scan instanceof Scan.NeedMore more) {
        hold(ctx, buf, more.keepFrom(), to);
        return;
      }
    }
  }

  private void pass(ChannelHandlerContext ctx, byte[] buf, Scan.Skipped skipped) {
    Reason reason = skipped.reason();
    int parts = (skipped.to() - skipped.from() + GARBAGE_PART - 1) / GARBAGE_PART;
    int from = skipped.from();
    for (int part = 1; part <= parts; part++) {
      int to = Math.min(from + GARBAGE_PART, skipped.to());
      byte[] bytes = Arrays.copyOfRange(buf, from, to);
      ctx.fireChannelRead(new Piece.Garbage(bytes, heldPosition + from, reason, part, parts));
      from = to;
    }
  }

  private void hold(ChannelHandlerContext ctx, byte[] buf, int from, int to) {
    boolean anotherFrame = from > 0 || held.length == 0;
    held = from == to ? NONE : Arrays.copyOfRange(buf, from, to);
    heldPosition += from;
    if (held.length > 0) {
      if (anotherFrame) {
        heldSince = ctx.executor().ticker().nanoTime();
      }
      setAlarm(ctx, patienceNanos);
    }
  }

  /** One alarm at a time is out; it looks when it rings whether it is still about this frame. */
  private void setAlarm(ChannelHandlerContext ctx, long nanos) {
    if (alarm == null) {
      alarm = ctx.executor().schedule(() -> ring(ctx), nanos, TimeUnit.NANOSECONDS);
    }
  }

  private void ring(ChannelHandlerContext ctx) {
    alarm = null;
    if (held.length == 0) {
      return;
    }
    long now = ctx.executor().ticker().nanoTime();
    if (!ctx.channel().config().isAutoRead()) {
      heldSince = now;
    }
    long left = heldSince + patienceNanos - now;
    if (left > 0) {
      setAlarm(ctx, left);
    } else {
      splitTheRest(ctx);
    }
  }
}
