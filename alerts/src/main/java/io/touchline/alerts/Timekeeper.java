package io.touchline.alerts;

import io.touchline.alerts.book.Intake;
import io.touchline.alerts.pipeline.AlertPipeline;
import java.time.Clock;
import java.time.Duration;
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
  private final Ticking ticking =
      new Ticking(EVERY, this::tick, LOG, "the clocks were not looked at");

  Timekeeper(Database database, Intake intake, AlertPipeline pipeline, Clock clock) {
    this.database = database;
    this.intake = intake;
    this.pipeline = pipeline;
    this.clock = clock;
  }

  void start() {
    ticking.start();
  }

  /** Does what has come due; each kind in a transaction of its own. */
  void tick() {
    database.jdbi().useTransaction(handle -> intake.timePasses(handle, AT_MOST));
    database.jdbi().useTransaction(handle -> pipeline.stepClocks(handle, clock.instant(), AT_MOST));
    database.jdbi().useTransaction(handle -> pipeline.retryHeld(handle, clock.instant(), AT_MOST));
  }

  @Override
  public void close() {
    ticking.close();
  }
}
