package io.touchline.ingest;

import io.netty.util.concurrent.Ticker;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much is on its way to Kafka, and whether anything more is to be read. Thread-safe.
 *
 * <p>Reading pauses everywhere above high water, or when records are under way and none was stored
 * for a while: then the broker is away, and what would be read could only wait for it. It goes on
 * at low water, as soon as something is stored again, or when all that was under way has failed and
 * the next frames may try their luck.
 */
final class Backpressure {

  private final GatewaySettings.InFlight limits;
  private final long stallNanos;
  private final Ticker ticker;
  private final AtomicLong inFlight = new AtomicLong();
  private final AtomicLong records = new AtomicLong();
  private final Set<ReadGate> gates = ConcurrentHashMap.newKeySet();

  private volatile boolean open = true;
  private volatile long progressAt;

  Backpressure(GatewaySettings settings, Ticker ticker) {
    this.limits = settings.inFlight();
    this.stallNanos = settings.patience().stall().toNanos();
    this.ticker = ticker;
    this.progressAt = ticker.nanoTime();
  }

  static int costOf(byte[] bytes) {
    return bytes.length + GatewaySettings.InFlight.RECORD_COST;
  }

  /** Takes room for one record; false, and nothing is taken, when the whole budget is used. */
  boolean take(int cost) {
    long before;
    do {
      before = inFlight.get();
      if (before + cost > limits.total()) {
        return false;
      }
    } while (!inFlight.compareAndSet(before, before + cost));
    long now = before + cost;
    if (records.getAndIncrement() == 0) {
      progressAt = ticker.nanoTime();
    }
    if (now > limits.highWater() && open) {
      reconsider();
    }
    return true;
  }

  /**
   * Gives back what one record had taken.
   *
   * @param stored whether the broker has it, which is a sign that it is there
   */
  void giveBack(int cost, boolean stored) {
    long now = inFlight.addAndGet(-cost);
    records.decrementAndGet();
    if (stored) {
      progressAt = ticker.nanoTime();
    }
    if (now <= limits.lowWater() && !open) {
      reconsider();
    }
  }

  /**
   * Opens or closes as things are now; to be called every so often, since a stall makes no sound.
   */
  synchronized void reconsider() {
    while (true) {
      long now = inFlight.get();
      boolean should = now <= (open ? limits.highWater() : limits.lowWater()) && !stalled();
      if (should == open) {
        return;
      }
      open = should;
      gates.forEach(ReadGate::reconsiderSoon);
      // Once more: what was given back before the change was visible did not call us.
    }
  }

  private boolean stalled() {
    return records.get() > 0 && ticker.nanoTime() - progressAt > stallNanos;
  }

  boolean isOpen() {
    return open;
  }

  /** Waits until all that is under way is settled; false when the deadline comes first. */
  boolean awaitNothingInFlight(Deadline deadline) {
    try {
      while (records.get() > 0 && !deadline.passed()) {
        Thread.sleep(5);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return records.get() == 0;
  }

  long bytesInFlight() {
    return inFlight.get();
  }

  long recordsInFlight() {
    return records.get();
  }

  void add(ReadGate gate) {
    gates.add(gate);
  }

  void remove(ReadGate gate) {
    gates.remove(gate);
  }
}
