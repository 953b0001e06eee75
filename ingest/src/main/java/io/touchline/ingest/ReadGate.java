package io.touchline.ingest;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Says whether one connection is read (auto-read). It is not while too much of it is on its way to
 * Kafka, while {@link Backpressure} says so of all, while it is told to rest, or while the peer
 * does not take its answers: a peer that only ever sends would fill us with them.
 *
 * <p>A channel begins with auto-read off; the gate opens it. All on the channel's event loop,
 * except {@link #reconsiderSoon}.
 */
final class ReadGate extends ChannelInboundHandlerAdapter {

  private final Backpressure all;
  private final long highWater;
  private final GatewayMeters meters;

  private ChannelHandlerContext ctx;
  private long inFlight;
  private boolean full;
  private boolean shut;
  private boolean resting;
  private long restsUntil;
  private boolean paused;
  private long pausedSince;

  ReadGate(Backpressure all, long highWater, GatewayMeters meters) {
    this.all = all;
    this.highWater = highWater;
    this.meters = meters;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    this.ctx = ctx;
    all.add(this);
    ctx.fireChannelActive();
    ctx.channel().config().setAutoRead(!mustPause());
    notePause(!ctx.channel().config().isAutoRead());
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    all.remove(this);
    shut = true;
    notePause(false);
    ctx.fireChannelInactive();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    reconsider();
    ctx.fireChannelWritabilityChanged();
  }

  void charge(int cost) {
    inFlight += cost;
    if (inFlight >= highWater) {
      full = true;
      reconsider();
    }
  }

  void refund(int cost) {
    inFlight -= cost;
    if (full && inFlight <= highWater / 2) {
      full = false;
      reconsider();
    }
  }

  /** Reads nothing for a while; false when it is resting already, and rests on then. */
  boolean rest(long nanos) {
    restsUntil = ctx.executor().ticker().nanoTime() + nanos;
    if (resting) {
      return false;
    }
    resting = true;
    reconsider();
    wakeIn(nanos);
    return true;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // Rings in vain where the connection is gone.
  private void wakeIn(long nanos) {
    ctx.executor().schedule(this::wake, nanos, TimeUnit.NANOSECONDS);
  }

  private void wake() {
    long left = restsUntil - ctx.executor().ticker().nanoTime();
    if (left > 0 && ctx.channel().isActive()) {
      wakeIn(left);
    } else {
      resting = false;
      reconsider();
    }
  }

  /** Reads nothing ever again, whatever room there is. */
  void shut() {
    shut = true;
    reconsider();
  }

  /** Whether the silence of this connection is our doing and not the peer's. */
  boolean pausedByUs() {
    return full || resting || !all.isOpen();
  }

  /** From any thread. */
  void reconsiderSoon() {
    try {
      ctx.executor().execute(this::reconsider);
    } catch (RejectedExecutionException closing) {
      // The event loop is gone, and the connection with it.
    }
  }

  private boolean mustPause() {
    return shut || full || resting || !all.isOpen() || !ctx.channel().isWritable();
  }

  private void reconsider() {
    boolean pause = mustPause();
    if (pause != paused && ctx.channel().isActive()) {
      ctx.channel().config().setAutoRead(!pause);
      notePause(pause);
    }
  }

  private void notePause(boolean pause) {
    if (pause == paused) {
      return;
    }
    paused = pause;
    long now = ctx.executor().ticker().nanoTime();
    if (pause) {
      pausedSince = now;
      meters.readsPaused();
    } else {
      meters.readsResumed(now - pausedSince);
    }
  }
}
