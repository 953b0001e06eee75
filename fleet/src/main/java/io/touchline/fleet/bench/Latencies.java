package io.touchline.fleet.bench;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How long things took, as counts in buckets that are each an eighth wider than the one before: no
 * figure is off by more than that. Thread-safe.
 */
final class Latencies {

  private static final int STEPS = 8;
  private static final int BUCKETS = 64 * STEPS;

  private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);

  void add(long nanos) {
    counts.incrementAndGet(bucket(Math.max(1, nanos)));
  }

  void clear() {
    for (int i = 0; i < BUCKETS; i++) {
      counts.set(i, 0);
    }
  }

  /** Milliseconds that the given share stayed below; 0 of nothing. */
  double millis(double share) {
    long all = 0;
    for (int i = 0; i < BUCKETS; i++) {
      all += counts.get(i);
    }
    long wanted = (long) Math.ceil(all * share);
    long passed = 0;
    for (int i = 0; i < BUCKETS && wanted > 0; i++) {
      passed += counts.get(i);
      if (passed >= wanted) {
        return ceiling(i) / 1e6;
      }
    }
    return 0;
  }

  private static int bucket(long nanos) {
    int power = Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos);
    long rest = nanos - (1L << power);
    int step = power < 3 ? 0 : (int) (rest >>> (power - 3));
    return power * STEPS + step;
  }

  private static double ceiling(int bucket) {
    int power = bucket / STEPS;
    return (double) (1L << power) * (1 + (bucket % STEPS + 1) / (double) STEPS);
  }
}
