package io.touchline.fleet.csv;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.touchline.fleet.FleetException;
import io.touchline.fleet.logger.DataLogger;
import io.touchline.fleet.logger.DeliveryCount;
import io.touchline.fleet.logger.DeliverySettings;
import io.touchline.fleet.logger.FactorFields;
import io.touchline.fleet.logger.Link;
import io.touchline.fleet.logger.LoggerIdentity;
import io.touchline.fleet.logger.LoggerPersonality;
import io.touchline.fleet.logger.Measurements;
import io.touchline.fleet.logger.Upload;
import io.touchline.fleet.misbehaviour.Habits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Sends a series from a file as the uploads of one data logger, a row an upload, at the pace of the
 * answers. Memory does not grow with the file: no more rows are read than the window lets go out.
 */
public final class CsvReplayer {

  private static final Duration BETWEEN_REPORTS = Duration.ofMillis(500);

  private final DeliverySettings delivery;
  private final Clock clock;

  /**
   * @param clock gives the request numbers; DataTime comes from the replay
   */
  public CsvReplayer(Clock clock) {
    this(DeliverySettings.STANDARD, clock);
  }

  CsvReplayer(DeliverySettings delivery, Clock clock) {
    this.delivery = delivery;
    this.clock = clock;
  }

  /**
   * Runs a replay to its end, on the caller's thread.
   *
   * @param watcher is told twice a second how far it is, also while the target is away
   * @throws FleetException where the file cannot be replayed or the target stays away
   */
  public CsvResult run(CsvReplay replay, Consumer<CsvProgress> watcher) {
    if (replay.target().isUnresolved()) {
      throw FleetException.because(null, "target.unknown", replay.target().getHostString());
    }
    try (SeriesRows rows = new SeriesRows(replay)) {
      EventLoopGroup wire = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
      DataLogger logger =
          new DataLogger(
              LoggerPersonality.of(
                  new LoggerIdentity(
                      replay.systemCode(), replay.mn(), replay.password(), replay.edition())),
              Measurements.NONE,
              new Habits(replay.misbehaviours(), 1, 0),
              replay.target(),
              delivery.withWindow(replay.window()),
              wire,
              clock);
      try {
        return new Run(replay, rows, logger, watcher).toTheEnd();
      } finally {
        logger.stop().join();
        wire.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
      }
    }
  }

  /** One replay under way. */
  private static final class Run {
    private final CsvReplay replay;
    private final SeriesRows rows;
    private final DataLogger logger;
    private final Consumer<CsvProgress> watcher;
    private final Semaphore places;
    private long reportedAtNanos = System.nanoTime();
    private long lastDone;
    private long doneAtNanos = System.nanoTime();

    Run(CsvReplay replay, SeriesRows rows, DataLogger logger, Consumer<CsvProgress> watcher) {
      this.replay = replay;
      this.rows = rows;
      this.logger = logger;
      this.watcher = watcher;
      this.places = new Semaphore(replay.window());
    }

    CsvResult toTheEnd() {
      logger.start();
      Instant dataTime = replay.from();
      for (List<FactorFields> fields = next(); fields != null; fields = next()) {
        for (Upload part : Upload.of(replay.commandCode(), dataTime, fields).fitted()) {
          awaitPlaces(1);
          send(part);
        }
        dataTime = dataTime.plus(replay.interval());
      }
      awaitPlaces(replay.window());
      if (rows.read() == 0) {
        throw FleetException.because(null, "csv.empty", replay.file());
      }
      DeliveryCount count = logger.count();
      return new CsvResult(
          rows.read(),
          rows.withoutNumber(),
          count.sent(),
          count.acknowledged(),
          count.resent(),
          rows.skippedCells(),
          count.reconnects(),
          count.unanswered());
    }

    /** A file found broken half-way ends the replay, but not before what was sent is answered. */
    private List<FactorFields> next() {
      try {
        return rows.next();
      } catch (FleetException e) {
        awaitPlaces(replay.window());
        throw e;
      }
    }

    private void send(Upload upload) {
      CompletableFuture<Void> unused =
          logger.send(upload).whenComplete((acknowledged, stopped) -> places.release());
    }

    private void awaitPlaces(int wanted) {
      try {
        do {
          report();
        } while (!places.tryAcquire(wanted, BETWEEN_REPORTS.toMillis(), TimeUnit.MILLISECONDS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        DeliveryCount count = logger.count();
        throw FleetException.because(
            e, "replay.interrupted", count.acknowledged(), count.waiting());
      }
    }

    private void report() {
      long now = System.nanoTime();
      DeliveryCount count = logger.count();
      long done = count.acknowledged() + count.unanswered();
      if (done > lastDone || count.waiting() == 0) {
        lastDone = done;
        doneAtNanos = now;
      }
      if (now - doneAtNanos > replay.patience().toNanos()) {
        throw away(count);
      }
      if (now - reportedAtNanos >= BETWEEN_REPORTS.toNanos()) {
        reportedAtNanos = now;
        watcher.accept(new CsvProgress(rows.read(), count.acknowledged(), logger.link()));
      }
    }

    private FleetException away(DeliveryCount count) {
      String why = logger.link() instanceof Link.Down down ? down.why() : "no answer 9014";
      return FleetException.because(
          null,
          "target.away",
          replay.target().getHostString() + ':' + replay.target().getPort(),
          replay.patience().toSeconds(),
          why,
          count.acknowledged(),
          count.waiting());
    }
  }
}
