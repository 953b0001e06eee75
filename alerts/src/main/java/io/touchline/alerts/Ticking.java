package io.touchline.alerts;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;

/**
 * Something done again and again on a thread of its own; where it fails, the next time is tried.
 */
public final class Ticking implements AutoCloseable {

  private static final int SECONDS_TO_END = 10;

  private final Duration every;
  private final Runnable tick;
  private final Logger log;
  private final String failure;
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private ScheduledFuture<?> ticking;

  /**
   * Not begun yet.
   *
   * @param every from the end of one to the beginning of the next
   * @param failure what is logged, beside the cause, where one fails
   */
  public Ticking(Duration every, Runnable tick, Logger log, String failure) {
    this.every = every;
    this.tick = tick;
    this.log = log;
    this.failure = failure;
  }

  public void start() {
    ticking =
        thread.scheduleWithFixedDelay(
            this::tryTick, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void tryTick() {
    try {
      tick.run();
    } catch (RuntimeException e) {
      log.atWarn().addKeyValue("cause", e.toString()).log(failure);
    }
  }

  /** Lets the one under way end. */
  @Override
  public void close() {
    if (ticking != null) {
      ticking.cancel(false);
    }
    thread.shutdown();
    try {
      thread.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
