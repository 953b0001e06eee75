package io.touchline.ingest;

import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.time.Duration;

/** The connections that are open, for the day they are all to end. */
final class OpenConnections {

  private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);

  void add(Channel channel) {
    channels.add(channel);
  }

  /**
   * Asks each to answer what is under way and close, and closes those that did not by then.
   *
   * @return whether all ended by themselves
   */
  boolean finish(Duration patience, Duration hangUp) {
    channels.forEach(channel -> channel.pipeline().fireUserEventTriggered(PublishHandler.FINISH));
    boolean drained = channels.newCloseFuture().awaitUninterruptibly(patience.toMillis());
    channels.close().awaitUninterruptibly(hangUp.toMillis());
    return drained;
  }
}
