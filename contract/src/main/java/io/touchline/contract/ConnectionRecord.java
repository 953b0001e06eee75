package io.touchline.contract;

import java.time.Instant;

/**
 * Value of {@code connections}: how a data logger is connected, as the gateway that holds it says.
 * Of two gateways that claim one station the later record stands; a GONE ends the claim of its own
 * gateway and no other's, since a logger that moves may be seen leaving after it was seen coming. A
 * claim is renewed at most every 30 s while frames come.
 *
 * @param state CONNECTED while the connection is open
 * @param gateway name of the gateway
 * @param peer address and port
 * @param since when the connection was opened, or when it ended
 * @param lastFrameAt receipt of the last frame, absent before the first
 * @param edition edition that the last frame spoke
 * @param lagMillis receipt of the last frame less its QN: clock error plus the way
 * @param frames accepted of this station on this connection
 * @param refused pieces of this connection that were quarantined, of whatever station
 * @param encrypted whether the connection is TLS
 */
public record ConnectionRecord(
    int schemaVersion,
    String mn,
    State state,
    String gateway,
    String peer,
    Instant since,
    Instant lastFrameAt,
    String edition,
    Long lagMillis,
    long frames,
    long refused,
    boolean encrypted) {

  public static final int SCHEMA_VERSION = 1;

  /** Whether the connection is open. */
  public enum State {
    CONNECTED,
    GONE
  }
}
