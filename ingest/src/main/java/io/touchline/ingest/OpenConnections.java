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

  /** Asks each to answer what is under way and close; closes those that did not by then. */
  void finish(Deadline deadline, Duration hangUp) {
    channels.forEach(channel -> channel.pipeline().fireUserEventTriggered(PublishHandler.FINISH));
    channels.newCloseFuture().awaitUninterruptibly(deadline.left().toMillis());
    channels.close().awaitUninterruptibly(hangUp.toMillis());
  }
}
