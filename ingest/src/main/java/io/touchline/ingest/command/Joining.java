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

  /** The latest one stands. */
  void add(String mn, Channel channel, Packet packet, Instant now) {
    Loggers.Line line = new Loggers.Line(channel, Edition.V2025, packet.st(), packet.pw(), now);
    lines.put(mn, line);
    channel.attr(MN).set(mn);
    channel.closeFuture().addListener(closed -> lines.remove(mn, line));
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
