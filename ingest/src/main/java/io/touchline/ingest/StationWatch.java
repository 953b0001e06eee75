package io.touchline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.channel.Channel;
import io.touchline.contract.Json;
import io.touchline.contract.QualityRecord.Kind;
import io.touchline.contract.StationProposalRecord;
import io.touchline.contract.Topics;
import io.touchline.domain.ChinaTime;
import io.touchline.hj212.Packet;
import io.touchline.ingest.Contradictions.Other;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Keeps watch over the stations by what is checked of them, whatever door it came in by: who is
 * connected, who contradicts the profile, who is not registered. It changes no verdict.
 * Thread-safe.
 */
final class StationWatch {

  private static final Set<Kind> TWO_CONNECTIONS = Set.of(Kind.TWO_CONNECTIONS);

  private final Stations stations;
  private final StationLinks links;
  private final LinkMeters meters;
  private final Contradictions contradictions;
  private final Strangers strangers;
  private final Clock clock;
  private final String proposals;

  StationWatch(
      String gateway,
      Topics topics,
      Stations stations,
      StationLinks links,
      LinkMeters meters,
      News news,
      Clock clock) {
    this.stations = stations;
    this.links = links;
    this.meters = meters;
    this.contradictions = new Contradictions(news);
    this.strangers = new Strangers(gateway, stations, news);
    this.clock = clock;
    this.proposals = topics.proposals().name();
  }

  LoggerConnection opened(Channel channel, String peer, boolean encrypted) {
    return links.opened(channel, peer, encrypted);
  }

  /** One piece came on a data logger's own connection. On its event loop. */
  void heard(Checked checked, LoggerConnection connection) {
    long now = clock.millis();
    if (checked instanceof Checked.Good good) {
      Packet packet = good.packet();
      Long lag = lag(packet, now);
      meters.lag(lag);
      StationLinks.Heard heard = links.heard(connection, packet.mn(), packet.edition(), lag, now);
      if (heard == StationLinks.Heard.MOVED_BACK) {
        contradictions.heard(
            packet.mn(),
            TWO_CONNECTIONS,
            Map.of(Kind.TWO_CONNECTIONS, new Other("one connection", "two at a time")),
            now);
      }
      connection.linkOf(packet.mn()).speaksAs(packet);
    } else {
      connection.refuse();
    }
    heard(checked, connection.peer(), now);
  }

  /** One piece came by a door where no connection is a station's own. */
  void heard(Checked checked, String peer) {
    heard(checked, peer, clock.millis());
  }

  private void heard(Checked checked, String peer, long now) {
    if (checked instanceof Checked.Good good) {
      compare(
          good.packet().mn(),
          ProfileComparison.ofPacket(good.station(), good.packet(), good.manner()),
          now);
    } else if (checked instanceof Checked.Bad bad && bad.sender() != null) {
      heardRefused(bad.sender(), peer, now);
    } else if (checked instanceof Checked.Nameless joining) {
      strangers.heardJoining(joining.packet(), joining.serials(), peer, now);
    }
  }

  private void heardRefused(Checked.Sender sender, String peer, long now) {
    stations
        .find(sender.mn())
        .ifPresentOrElse(
            station ->
                compare(
                    sender.mn(),
                    sender.packet() == null
                        ? ProfileComparison.ofUnreadCipher(station)
                        : ProfileComparison.ofPacket(station, sender.packet(), sender.manner()),
                    now),
            () -> strangers.heard(sender, peer, now));
  }

  private void compare(String mn, ProfileComparison comparison, long now) {
    contradictions.heard(mn, comparison.asked(), comparison.others(), now);
  }

  void closed(LoggerConnection connection) {
    links.closed(connection);
  }

  /** How many stations contradict their profile, or began to. */
  int contradicting() {
    return contradictions.size();
  }

  /** The registry says something new of that MN: with these serials, or no more at all. */
  void registered(String mn, List<String> serials, boolean gone) {
    if (gone) {
      contradictions.forget(mn);
    } else {
      strangers.registered(mn);
      serials.forEach(strangers::registered);
    }
  }

  /** Hears one record of the topic of proposals; passes over those of others. */
  void read(ConsumerRecord<byte[], byte[]> record) {
    if (!record.topic().equals(proposals)) {
      return;
    }
    try {
      StationProposalRecord proposal =
          record.value() == null
              ? null
              : Json.mapper().readValue(record.value(), StationProposalRecord.class);
      strangers.read(new String(record.key(), UTF_8), proposal);
    } catch (IOException unreadable) {
      // Whatever it proposed, the station's next frames propose it anew.
    }
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
