package io.touchline.ingest;

import java.util.Map;

/**
 * What the gateway has counted since its start. Each piece of a stream, whether a frame or not, is
 * in exactly one place:
 *
 * <pre>
 *   received     = accepted + quarantined + failed + inFlight
 *   acknowledged ≤ accepted
 * </pre>
 *
 * The first holds whenever nothing is on the move while the snapshot is taken; the second always.
 *
 * @param bytesReceived bytes read from connections, blanks between frames among them
 * @param received pieces that the streams were cut into
 * @param accepted frames that the broker stored in the packets topic
 * @param quarantined pieces that the broker stored in the quarantine topic
 * @param failed pieces not stored, or not known to be: the broker may have one whose confirmation
 *     was lost. None was acknowledged, so loggers resend them
 * @param inFlight pieces sent and not settled yet
 * @param inFlightBytes what they take of the in-flight budget
 * @param acknowledged answers written to accepted frames; less than accepted, since some frames ask
 *     for none and some peers are gone
 * @param connections open now
 * @param refused connections turned away by a limit
 * @param paused connections not being read now
 * @param quarantinedByReason by code, every code present
 */
public record GatewayCounters(
    long bytesReceived,
    long received,
    long accepted,
    long quarantined,
    long failed,
    long inFlight,
    long inFlightBytes,
    long acknowledged,
    int connections,
    long refused,
    int paused,
    Map<String, Long> quarantinedByReason) {

  public GatewayCounters {
    quarantinedByReason = Map.copyOf(quarantinedByReason);
  }
}
