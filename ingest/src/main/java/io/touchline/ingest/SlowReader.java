package io.touchline.ingest;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection whose peer takes nothing of what is written to it for too long: a logger that
 * hangs, or one that means to fill us. As long as it takes anything, however slowly, it stays; it
 * is not read meanwhile once {@link ReadGate} finds too much waiting.
 *
 * <p>Costs nothing while the socket takes all that is written at once, which is nearly always.
 */
final class SlowReader extends ChannelDuplexHandler {

  private final long patienceNanos;
  private final GatewayMeters meters;

  private int waiting;
  private long takenAt;
  private Future<?> alarm;

  SlowReader(Duration patience, GatewayMeters meters) {
    this.patienceNanos = patience.toNanos();
    this.meters = meters;
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // It is the promise's, which is told.
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    if (waiting++ == 0) {
      takenAt = now(ctx);
    }
    ctx.write(message, promise.unvoid().addListener(written -> taken(ctx)));
  }

  private void taken(ChannelHandlerContext ctx) {
    waiting--;
    takenAt = now(ctx);
  }

  @Override
  public void flush(ChannelHandlerContext ctx) {
    ctx.flush();
    if (waiting > 0 && alarm == null) {
      setAlarm(ctx, patienceNanos);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (alarm != null) {
      alarm.cancel(false);
    }
    ctx.fireChannelInactive();
  }

  private void setAlarm(ChannelHandlerContext ctx, long nanos) {
    alarm = ctx.executor().schedule(() -> ring(ctx), nanos, TimeUnit.NANOSECONDS);
  }

  private void ring(ChannelHandlerContext ctx) {
    alarm = null;
    if (waiting == 0 || !ctx.channel().isActive()) {
      return;
    }
    long left = takenAt + patienceNanos - now(ctx);
    if (left > 0) {
      setAlarm(ctx, left);
    } else {
      meters.closed(GatewayMeters.Closing.SLOW_READER);
      Farewell.atOnce(ctx);
    }
  }

  private static long now(ChannelHandlerContext ctx) {
    return ctx.executor().ticker().nanoTime();
  }
}
