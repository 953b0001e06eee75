package io.touchline.ingest.command;

import io.netty.channel.Channel;
import io.touchline.ingest.command.Dialog.Terms;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;

/** The requests under way, one with each logger at most. Thread-safe. */
final class Exchanges {

  private final Clock clock;
  private final Steps steps;
  private final CommandMeters meters;
  private final ConcurrentMap<String, Exchange> byMn = new ConcurrentHashMap<>();

  Exchanges(Clock clock, Steps steps, CommandMeters meters) {
    this.clock = clock;
    this.steps = steps;
    this.meters = meters;
  }

  /** The one with that logger, or null. */
  Exchange with(String mn) {
    return byMn.get(mn);
  }

  /**
   * Begins one; the logger must have none.
   *
   * @param atEnd told on the connection's event loop when it is over
   */
  void begin(Order order, Channel channel, Terms terms, BiConsumer<Order, Dialog.Over> atEnd) {
    Exchange exchange =
        new Exchange(
            order,
            channel,
            clock,
            steps,
            meters,
            (ended, over) -> {
              byMn.remove(order.mn(), ended);
              atEnd.accept(order, over);
            });
    byMn.put(order.mn(), exchange);
    exchange.begin(terms);
  }

  void close() {
    byMn.values().forEach(Exchange::close);
  }

  boolean isEmpty() {
    return byMn.isEmpty();
  }
}
