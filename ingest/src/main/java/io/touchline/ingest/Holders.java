package io.touchline.ingest;

import io.netty.channel.Channel;
import java.util.Optional;

/** Which connection of this gateway speaks for a station. Thread-safe, never waits. */
@FunctionalInterface
public interface Holders {

  /**
   * The connection on which the latest good frame of that MN came; empty when this gateway holds
   * none. One connection may carry several MNs. It may be closing: a write to it can fail.
   */
  Optional<Channel> channelOf(String mn);
}
