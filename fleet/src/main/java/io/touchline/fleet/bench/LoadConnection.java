package io.touchline.fleet.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ByteProcessor;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * One logger of a load client: keeps its window full, or sends so often. It costs as little as it
 * can, since it shares its processors with what it measures: its frames lie ready one behind the
 * other, and answers are counted by their line breaks. On the channel's event loop.
 */
// A write that fails ends the connection, and the end is what is counted.
@SuppressWarnings("FutureReturnValueIgnored")
final class LoadConnection extends ChannelInboundHandlerAdapter {

  private static final byte[] DATA_REPLY = ";CN=9014;".getBytes(StandardCharsets.US_ASCII);

  private final LoadPlan plan;
  private final LoadCount count;
  private final ByteBuf frames;
  private final int[] starts;
  private final long[] sentAt;
  private final ByteProcessor counter;

  private int next;
  private long sent;
  private long acknowledged;
  private int answers;

  /**
   * A logger that has a few frames to send, over and over.
   *
   * @param starts where each frame begins, and where the last ends
   */
  LoadConnection(LoadPlan plan, LoadCount count, byte[] frames, int[] starts) {
    this.plan = plan;
    this.count = count;
    this.frames = Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(frames));
    this.starts = starts;
    this.sentAt = new long[plan.window()];
    this.counter =
        octet -> {
          if (octet == '\n') {
            answers++;
          }
          return true;
        };
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    count.opened();
    if (plan.isFlood() || plan.isIdle()) {
      send(ctx, plan.window());
    } else {
      long first = System.nanoTime() % plan.intervalMillis();
      ctx.executor()
          .scheduleAtFixedRate(
              () -> sendIfRoom(ctx), first, plan.intervalMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void sendIfRoom(ChannelHandlerContext ctx) {
    if (sent - acknowledged < plan.window() && ctx.channel().isActive()) {
      send(ctx, 1);
    }
  }

  private void send(ChannelHandlerContext ctx, int wanted) {
    long now = System.nanoTime();
    int left = wanted;
    while (left > 0) {
      int past = Math.min(next + left, starts.length - 1);
      ctx.write(frames.retainedSlice(starts[next], starts[past] - starts[next]));
      left -= past - next;
      next = past == starts.length - 1 ? 0 : past;
    }
    for (int i = 0; i < wanted; i++) {
      sentAt[(int) (sent++ % sentAt.length)] = now;
    }
    ctx.flush();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ByteBuf in = (ByteBuf) message;
    try {
      if (acknowledged == 0 && !contains(in, DATA_REPLY)) {
        count.odd();
      }
      in.forEachByte(counter);
    } finally {
      in.release();
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    if (answers == 0) {
      return;
    }
    long now = System.nanoTime();
    int came = answers;
    answers = 0;
    for (int i = 0; i < came; i++) {
      count.acknowledged(now - sentAt[(int) (acknowledged++ % sentAt.length)]);
    }
    if (plan.isFlood()) {
      send(ctx, came);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    count.lost();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ctx.close();
  }

  private static boolean contains(ByteBuf in, byte[] wanted) {
    return in.toString(StandardCharsets.ISO_8859_1)
        .contains(new String(wanted, StandardCharsets.US_ASCII));
  }
}
