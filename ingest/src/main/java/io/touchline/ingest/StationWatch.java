package io.touchline.ingest;

import io.netty.channel.Channel;
import io.touchline.domain.ChinaTime;
import io.touchline.hj212.Packet;
import java.time.Clock;

/** Keeps watch over the stations by what is checked of them, whatever door it came in by. */
final class StationWatch {

  private final StationLinks links;
  private final LinkMeters meters;
  private final Clock clock;

  StationWatch(StationLinks links, LinkMeters meters, Clock clock) {
    this.links = links;
    this.meters = meters;
    this.clock = clock;
  }

  LoggerConnection opened(Channel channel, String peer, boolean encrypted) {
    return links.opened(channel, peer, encrypted);
  }

  /** One piece came on a data logger's own connection. */
  void heard(Checked checked, LoggerConnection connection) {
    long now = clock.millis();
    if (checked instanceof Checked.Good good) {
      Packet packet = good.packet();
      Long lag = lag(packet, now);
      meters.lag(lag);
      links.heard(connection, packet.mn(), packet.edition(), lag, now);
    } else {
      connection.refuse();
    }
  }

  void closed(LoggerConnection connection) {
    links.closed(connection);
  }

  /**
   * Receipt less QN; null where QN is no time. An answer repeats the QN of what it answers, so it
   * says nothing of the logger's clock.
   */
  private static Long lag(Packet packet, long now) {
    return packet.cn().startsWith("9")
        ? null
        : packet.qnTime().map(time -> now - ChinaTime.instant(time).toEpochMilli()).orElse(null);
  }
}
