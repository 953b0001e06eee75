package io.touchline.ingest;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundInvoker;
import io.netty.channel.socket.DuplexChannel;
import java.util.concurrent.TimeUnit;

/**
 * Ends a connection so that its last answers arrive. A socket closed with unread bytes in it resets
 * the connection, and a reset may overtake what was written just before; so our side says first
 * that it has finished, and closes a little later.
 */
final class Farewell {

  private static final long LINGER_MILLIS = 200;

  private Farewell() {}

  /** Without another word. */
  @SuppressWarnings("FutureReturnValueIgnored") // Nobody is left to tell.
  static void atOnce(ChannelOutboundInvoker connection) {
    connection.close();
  }

  /** On the channel's event loop; saying it again does nothing. */
  static void say(Channel channel) {
    channel
        .writeAndFlush(Unpooled.EMPTY_BUFFER)
        .addListener(flushed -> closeAfterwards(channel, flushed.isSuccess()));
  }

  @SuppressWarnings("FutureReturnValueIgnored") // Closing follows whatever becomes of these.
  private static void closeAfterwards(Channel channel, boolean flushed) {
    if (flushed && channel instanceof DuplexChannel duplex) {
      duplex.shutdownOutput();
      channel.eventLoop().schedule(() -> atOnce(channel), LINGER_MILLIS, TimeUnit.MILLISECONDS);
    } else {
      atOnce(channel);
    }
  }
}
