package io.touchline.ingest;

import java.net.InetAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the connections that are in, and says who may still come. Thread-safe. */
final class Admission {

  /** Whether a connection may come in, or which limit it would pass. */
  enum Decision {
    ADMITTED,
    TOO_MANY_IN_ALL,
    TOO_MANY_FROM_ADDRESS
  }

  private final GatewaySettings.Connections limits;
  private final AtomicInteger open = new AtomicInteger();
  private final ConcurrentMap<InetAddress, Integer> openFrom = new ConcurrentHashMap<>();

  Admission(GatewaySettings.Connections limits) {
    this.limits = limits;
  }

  /** Whoever is admitted must {@link #leave} once. */
  Decision enter(InetAddress address) {
    if (open.incrementAndGet() > limits.total()) {
      open.decrementAndGet();
      return Decision.TOO_MANY_IN_ALL;
    }
    if (openFrom.merge(address, 1, Integer::sum) > limits.perAddress()) {
      leave(address);
      return Decision.TOO_MANY_FROM_ADDRESS;
    }
    return Decision.ADMITTED;
  }

  void leave(InetAddress address) {
    open.decrementAndGet();
    openFrom.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
  }

  int open() {
    return open.get();
  }

  /** How many addresses have a connection open. */
  int addresses() {
    return openFrom.size();
  }
}
