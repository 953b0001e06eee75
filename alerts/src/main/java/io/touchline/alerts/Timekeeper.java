package io.touchline.alerts;

import io.touchline.alerts.book.Intake;
import io.touchline.alerts.pipeline.AlertPipeline;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens because time goes on: alerts that end or get louder, due clocks, what is held back.
 * All of it comes from stored instants, so that a restart loses nothing.
 */
final class Timekeeper implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Timekeeper.class);
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final int AT_MOST = 500;

  private final Database database;
  private final Intake intake;
  private final AlertPipeline pipeline;
  private final Clock clock;
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private ScheduledFuture<?> ticking;

  Timekeeper(Database database, Intake intake, AlertPipeline pipeline, Clock clock) {
    this.database = database;
    this.intake = intake;
    this.pipeline = pipeline;
    this.clock = clock;
  }

  void start() {
    ticking =
        thread.scheduleWithFixedDelay(
            this::tryTick, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void tryTick() {
    try {
      tick();
    } catch (RuntimeException e) {
      LOG.atWarn().addKeyValue("cause", e.toString()).log("the clocks were not looked at");
    }
  }

  /** Does what has come due; each kind in a transaction of its own. */
  void tick() {
    database.jdbi().useTransaction(handle -> intake.timePasses(handle, AT_MOST));
    database.jdbi().useTransaction(handle -> pipeline.stepClocks(handle, clock.instant(), AT_MOST));
    database.jdbi().useTransaction(handle -> pipeline.retryHeld(handle, clock.instant(), AT_MOST));
  }

  @Override
  public void close() {
    if (ticking != null) {
      ticking.cancel(false);
    }
    thread.shutdown();
    try {
      thread.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
