package io.touchline.ingest;

import io.netty.util.concurrent.Ticker;
import java.time.Duration;

/** A point in time by which something is to be done. */
record Deadline(Ticker ticker, long atNanos) {

  static Deadline in(Duration duration) {
    Ticker ticker = Ticker.systemTicker();
    return new Deadline(ticker, ticker.nanoTime() + duration.toNanos());
  }

  boolean passed() {
    return ticker.nanoTime() - atNanos >= 0;
  }

  /** What is left, never negative. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, atNanos - ticker.nanoTime()));
  }
}
