package io.touchline.ingest.command;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.touchline.contract.CommandRecord;
import io.touchline.hj212.CommandCode;
import io.touchline.hj212.Edition;
import io.touchline.hj212.Packet;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Connections of loggers that have no MN yet (HJ 212-2025, 1001), by the MN that the registry has
 * for their serial. Such a connection is good for giving the MN and for nothing else: a serial is
 * easily said. Thread-safe; an entry lives as long as its connection.
 */
final class Joining {

  private static final AttributeKey<String> MN = AttributeKey.valueOf(Joining.class, "mn");

  private final ConcurrentMap<String, Loggers.Line> lines = new ConcurrentHashMap<>();

  /** The latest connection stands; a connection joins as one logger and no other. */
  void add(String mn, Channel channel, Packet packet, Instant now) {
    String before = channel.attr(MN).setIfAbsent(mn);
    if (before != null && !before.equals(mn)) {
      return;
    }
    lines.put(mn, new Loggers.Line(channel, Edition.V2025, packet.st(), packet.pw(), now));
    if (before == null) {
      channel.closeFuture().addListener(closed -> remove(mn, channel));
    }
  }

  private void remove(String mn, Channel channel) {
    lines.computeIfPresent(mn, (key, line) -> line.channel() == channel ? null : line);
  }

  /** The way to the logger for that command: the joining connection only to give the MN. */
  Optional<Loggers.Line> lineFor(CommandRecord command) {
    return command.command() == CommandCode.SET_MN
        ? Optional.ofNullable(lines.get(command.mn()))
        : Optional.empty();
  }

  /** The MN that a connection is being given; null where it is not joining. */
  static String mnOf(Channel channel) {
    return channel.attr(MN).get();
  }
}
