package io.touchline.ingest;

import io.netty.channel.Channel;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One connection and the stations that spoke on it: nearly always one, many where a region forwards
 * its stations. Written on the connection's event loop alone.
 */
final class LoggerConnection {

  private final Channel channel;
  private final String peer;
  private final long since;
  private final boolean encrypted;
  private volatile long refused;
  private Link only;
  private Map<String, Link> several;

  /**
   * A connection that has said nothing yet.
   *
   * @param since when it was opened, milliseconds since 1970
   */
  LoggerConnection(Channel channel, String peer, long since, boolean encrypted) {
    this.channel = channel;
    this.peer = peer;
    this.since = since;
    this.encrypted = encrypted;
  }

  /** Its link of that station, null where it has not spoken for it. */
  Link linkOf(String mn) {
    if (several != null) {
      return several.get(mn);
    }
    return only != null && only.mn().equals(mn) ? only : null;
  }

  void add(Link link) {
    if (only == null) {
      only = link;
      return;
    }
    if (several == null) {
      several = new HashMap<>();
      several.put(only.mn(), only);
    }
    several.put(link.mn(), link);
  }

  Collection<Link> links() {
    if (several != null) {
      return several.values();
    }
    return only == null ? List.of() : List.of(only);
  }

  /** Whether it has spoken for any station. */
  boolean isNamed() {
    return only != null;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // One thread writes it.
  void refuse() {
    refused++;
  }

  Channel channel() {
    return channel;
  }

  String peer() {
    return peer;
  }

  long since() {
    return since;
  }

  long refused() {
    return refused;
  }

  boolean encrypted() {
    return encrypted;
  }
}
