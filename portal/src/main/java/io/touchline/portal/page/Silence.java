package io.touchline.portal.page;

import io.touchline.alerts.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Says which outlets are silent (静默). It is measured against the moment that the data is as of, not
 * against the clock: what this portal has not read yet is no silence of an outlet.
 *
 * @param after an outlet not heard of for longer is silent
 */
public record Silence(Duration after, Supplier<Progress> progress) {

  /** Of an outlet last heard of then; null for never. */
  boolean since(Instant lastHeard) {
    return progress
        .get()
        .asOf()
        .map(asOf -> lastHeard == null || lastHeard.plus(after).isBefore(asOf))
        .orElse(false);
  }
}
