package io.touchline.portal.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Keeps what was just computed for a moment, so that many readers cost as much as one. Safe for any
 * thread: who comes while it is being computed waits for it.
 */
final class Recent<T> {

  private final Supplier<T> compute;
  private final Duration keep;
  private final Clock clock;
  private T value;
  private Instant computedAt;

  Recent(Supplier<T> compute, Duration keep, Clock clock) {
    this.compute = compute;
    this.keep = keep;
    this.clock = clock;
  }

  synchronized T get() {
    Instant now = clock.instant();
    if (computedAt == null || !computedAt.plus(keep).isAfter(now)) {
      value = compute.get();
      computedAt = now;
    }
    return value;
  }
}
