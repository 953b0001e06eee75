package io.touchline.ingest.command;

import io.touchline.contract.ConnectionRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Which loggers are connected to other gateways, by topic {@code connections}. One thread.
 *
 * <p>Of two gateways that both have a connection the one with the later frame has the logger: the
 * other's connection is most likely dead and not noticed yet.
 */
final class Claims {

  private final String gateway;
  private final Map<String, Instant> elsewhere = new HashMap<>();

  /** Of all gateways but this one. */
  Claims(String gateway) {
    this.gateway = gateway;
  }

  /** One more record; null takes the claim away. */
  void apply(String mn, ConnectionRecord claim) {
    if (claim == null
        || claim.gateway().equals(gateway)
        || claim.state() != ConnectionRecord.State.CONNECTED) {
      elsewhere.remove(mn);
    } else {
      elsewhere.put(mn, claim.lastFrameAt() == null ? claim.since() : claim.lastFrameAt());
    }
  }

  /** Whether a frame that came here then is the logger's latest as far as is known. */
  boolean areOlderThan(Instant lastFrameAt, String mn) {
    Instant other = elsewhere.get(mn);
    return other == null || lastFrameAt.isAfter(other);
  }
}
