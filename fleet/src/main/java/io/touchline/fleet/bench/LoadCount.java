package io.touchline.fleet.bench;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What a load client has counted so far. Thread-safe. */
final class LoadCount {

  private final LongAdder acknowledged = new LongAdder();
  private final AtomicLong open = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();
  private final AtomicLong odd = new AtomicLong();
  private final Latencies latencies = new Latencies();

  void opened() {
    open.incrementAndGet();
  }

  void lost() {
    open.decrementAndGet();
    lost.incrementAndGet();
  }

  /** The first answer on a connection was none to an upload. */
  void odd() {
    odd.incrementAndGet();
  }

  void acknowledged(long nanos) {
    acknowledged.increment();
    latencies.add(nanos);
  }

  long open() {
    return open.get();
  }

  /** Connections that ended although nobody here ended them. */
  long lostSoFar() {
    return lost.get();
  }

  long oddSoFar() {
    return odd.get();
  }

  long acknowledgedSoFar() {
    return acknowledged.sum();
  }

  Latencies latencies() {
    return latencies;
  }
}
