package io.touchline.ingest;

import io.touchline.contract.ConnectionRecord;
import io.touchline.contract.ConnectionRecord.State;
import io.touchline.hj212.Edition;
import io.touchline.hj212.Packet;
import java.time.Instant;

/**
 * One station on one connection. Written on the connection's event loop alone; others read what was
 * so at the last frame.
 */
final class Link {

  private static final long UNKNOWN = Long.MIN_VALUE;

  private final String mn;
  private final LoggerConnection connection;
  private Edition edition;
  private String systemCode;
  private String password;
  private long lagMillis = UNKNOWN;
  private long frames;
  private volatile long publishedAt = UNKNOWN;

  /** Written last and read first, so that the others are seen with it. */
  private volatile long lastFrameAt = UNKNOWN;

  Link(String mn, LoggerConnection connection) {
    this.mn = mn;
    this.connection = connection;
  }

  String mn() {
    return mn;
  }

  LoggerConnection connection() {
    return connection;
  }

  /** A good frame came; the lag is null where its QN says no time. */
  void heard(long now, Edition spoken, Long lag) {
    frames++;
    edition = spoken;
    if (lag != null) {
      lagMillis = lag;
    }
    lastFrameAt = now;
  }

  /** ST and PW of its first frame that is no answer: requests to it carry the same. */
  void speaksAs(Packet packet) {
    if (systemCode == null && !packet.cn().startsWith("9")) {
      password = packet.pw();
      systemCode = packet.st();
    }
  }

  String systemCode() {
    return lastFrameAt == UNKNOWN ? null : systemCode;
  }

  String password() {
    return lastFrameAt == UNKNOWN ? null : password;
  }

  Instant lastFrameAt() {
    return Instant.ofEpochMilli(lastFrameAt == UNKNOWN ? connection.since() : lastFrameAt);
  }

  boolean publishedWithin(long millis, long now) {
    return publishedAt != UNKNOWN && now - publishedAt < millis;
  }

  void published(long now) {
    publishedAt = now;
  }

  /** Goes on where the station's former link was: a station that moves tells no more often. */
  void publishedLike(Link former) {
    publishedAt = Math.max(publishedAt, former.publishedAt);
  }

  /** From any thread: what was published was lost, so the next frame publishes again. */
  void lost() {
    publishedAt = UNKNOWN;
  }

  Edition edition() {
    return lastFrameAt == UNKNOWN ? null : edition;
  }

  boolean heardWithin(long millis, long now) {
    long last = lastFrameAt;
    return last != UNKNOWN && now - last < millis;
  }

  ConnectionRecord record(String gateway) {
    return record(gateway, State.CONNECTED, connection.since());
  }

  ConnectionRecord gone(String gateway, long now) {
    return record(gateway, State.GONE, now);
  }

  private ConnectionRecord record(String gateway, State state, long since) {
    long last = lastFrameAt;
    return new ConnectionRecord(
        ConnectionRecord.SCHEMA_VERSION,
        mn,
        state,
        gateway,
        connection.peer(),
        Instant.ofEpochMilli(since),
        last == UNKNOWN ? null : Instant.ofEpochMilli(last),
        edition == null ? null : edition.text(),
        lagMillis == UNKNOWN ? null : lagMillis,
        frames,
        connection.refused(),
        connection.encrypted());
  }
}
