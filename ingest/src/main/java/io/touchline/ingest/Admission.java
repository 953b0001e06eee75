package io.touchline.ingest;

import io.netty.util.concurrent.Ticker;
import io.touchline.ingest.limit.Allowances;
import io.touchline.ingest.limit.Network;
import io.touchline.ingest.limit.Origin;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the connections that are in, and says who may still come. Thread-safe. */
final class Admission {

  /** Whether a connection may come in, or which limit it would pass. */
  enum Decision {
    ADMITTED("none"),
    NETWORK_NOT_ALLOWED("network"),
    TOO_MANY_IN_ALL("total"),
    TOO_MANY_FROM_ADDRESS("address"),
    TOO_FAST_FROM_ADDRESS("rate");

    private final String limit;

    Decision(String limit) {
      this.limit = limit;
    }

    /** The limit's name in metrics. */
    String limit() {
      return limit;
    }
  }

  /** Far more than there are networks of loggers; an address not remembered is a fresh one. */
  private static final int REMEMBERED = 100_000;

  private final int total;
  private final int perAddress;
  private final List<Network> networks;
  private final Allowances<Origin> opening;
  private final AtomicInteger open = new AtomicInteger();
  private final ConcurrentMap<InetAddress, Integer> openFrom = new ConcurrentHashMap<>();

  Admission(GatewaySettings.Connections limits) {
    this(limits, Ticker.systemTicker());
  }

  Admission(GatewaySettings.Connections limits, Ticker ticker) {
    this.total = limits.total();
    this.perAddress = limits.perAddress();
    this.networks = limits.networks();
    this.opening = new Allowances<>(limits.opening(), REMEMBERED, ticker);
  }

  /** Whoever is admitted must {@link #leave} once. */
  Decision enter(InetAddress address) {
    if (!networks.isEmpty() && networks.stream().noneMatch(network -> network.contains(address))) {
      return Decision.NETWORK_NOT_ALLOWED;
    }
    // Who is refused for its pace uses nothing up by it: a flood is over when it is over.
    Origin origin = Origin.of(address);
    if (opening.wait(origin) > 0) {
      return Decision.TOO_FAST_FROM_ADDRESS;
    }
    opening.use(origin, 1);
    if (open.incrementAndGet() > total) {
      open.decrementAndGet();
      return Decision.TOO_MANY_IN_ALL;
    }
    if (openFrom.merge(address, 1, Integer::sum) > perAddress) {
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
