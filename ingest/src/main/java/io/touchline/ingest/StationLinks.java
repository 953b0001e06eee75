package io.touchline.ingest;

import io.netty.channel.Channel;
import io.touchline.contract.ConnectionRecord;
import io.touchline.hj212.Edition;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How the stations of this gateway are connected: a view of what is so now, and the claims in topic
 * {@code connections} by which others learn of it.
 *
 * <p>The latest good frame of a station says which connection is its own. The gateway claims a
 * station at its first good frame on a connection, again when it moves to another, and at most
 * every 30 s while frames come; it takes the claim back when the connection closes. A claim of
 * another gateway is not waited for: two that claim one station each say so, and the later record
 * stands.
 *
 * <p>Thread-safe. The state of a station takes some 200 bytes.
 */
public final class StationLinks implements Holders {

  static final long REFRESH_MILLIS = 30_000;

  /** A station that jumps between connections with each frame does not tell of each jump. */
  static final long LEAST_MILLIS = 1_000;

  private final String gateway;
  private final News news;
  private final Clock clock;
  private final ConcurrentMap<String, Link> links = new ConcurrentHashMap<>();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger named = new AtomicInteger();

  StationLinks(String gateway, News news, Clock clock) {
    this.gateway = gateway;
    this.news = news;
    this.clock = clock;
  }

  @Override
  public Optional<Channel> channelOf(String mn) {
    return Optional.ofNullable(links.get(mn)).map(link -> link.connection().channel());
  }

  Optional<Link> linkOf(String mn) {
    return Optional.ofNullable(links.get(mn));
  }

  /** How a station is connected to this gateway; empty when it is not. */
  public Optional<ConnectionRecord> find(String mn) {
    return Optional.ofNullable(links.get(mn)).map(link -> link.record(gateway));
  }

  /** All stations connected to this gateway, by MN. */
  public List<ConnectionRecord> all() {
    return links.values().stream()
        .map(link -> link.record(gateway))
        .sorted(Comparator.comparing(ConnectionRecord::mn))
        .toList();
  }

  /** How many stations are connected, by the edition that their last frame spoke. */
  public Map<Edition, Integer> byEdition() {
    Map<Edition, Integer> counts = new EnumMap<>(Edition.class);
    for (Edition edition : Edition.values()) {
      counts.put(edition, 0);
    }
    for (Link link : links.values()) {
      Edition edition = link.edition();
      if (edition != null) {
        counts.merge(edition, 1, Integer::sum);
      }
    }
    return counts;
  }

  /** How many stations have sent a good frame within that time. */
  int heardWithin(long millis) {
    long now = clock.millis();
    return (int) links.values().stream().filter(link -> link.heardWithin(millis, now)).count();
  }

  int stations() {
    return links.size();
  }

  /** Connections that have not shown a registered station yet. */
  int nameless() {
    return Math.max(0, open.get() - named.get());
  }

  /** A connection was let in. On its event loop, as the three that follow. */
  LoggerConnection opened(Channel channel, String peer, boolean encrypted) {
    open.incrementAndGet();
    return new LoggerConnection(channel, peer, clock.millis(), encrypted);
  }

  /** A good frame of that station came on the connection. */
  Heard heard(LoggerConnection connection, String mn, Edition edition, Long lag, long now) {
    Link link = connection.linkOf(mn);
    boolean spokeBefore = link != null;
    if (!spokeBefore) {
      if (!connection.isNamed()) {
        named.incrementAndGet();
      }
      link = new Link(mn, connection);
      connection.add(link);
    }
    link.heard(now, edition, lag);
    Heard heard = Heard.AS_BEFORE;
    if (links.get(mn) != link) {
      Link former = links.put(mn, link);
      if (former != null) {
        link.publishedLike(former);
        heard = spokeBefore ? Heard.MOVED_BACK : Heard.MOVED;
      }
      claim(link, LEAST_MILLIS, now);
    } else {
      claim(link, REFRESH_MILLIS, now);
    }
    return heard;
  }

  /** What a frame says of the way its station is connected. */
  enum Heard {
    /** On the connection it was on, or on none. */
    AS_BEFORE,
    /** On a new connection while another still stood: a logger that came again. */
    MOVED,
    /** On a connection that it had left for another: two connections speak for it. */
    MOVED_BACK
  }

  private void claim(Link link, long atMostEvery, long now) {
    if (!link.publishedWithin(atMostEvery, now)) {
      link.published(now);
      news.connection(link.record(gateway), link::lost);
    }
  }

  /** The connection closed: stations that no other connection took over are gone. */
  void closed(LoggerConnection connection) {
    open.decrementAndGet();
    if (connection.isNamed()) {
      named.decrementAndGet();
    }
    connection.links().forEach(this::leave);
  }

  /** The gateway closes: all its stations are gone from it. */
  void leaveAll() {
    links.values().forEach(this::leave);
  }

  /** In one step: whoever finds no link any more finds its end told. */
  private void leave(Link link) {
    links.computeIfPresent(
        link.mn(),
        (mn, current) -> {
          if (current != link) {
            return current;
          }
          news.connection(link.gone(gateway, clock.millis()), () -> {});
          return null;
        });
  }
}
