package io.touchline.fleet.demo;

import io.touchline.fleet.logger.DataLogger;
import io.touchline.fleet.logger.Upload;
import io.touchline.fleet.source.OutletSeries;
import io.touchline.fleet.source.SimulatedOutlet;
import io.touchline.fleet.source.UploadKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * One outlet with its logger: hands the logger what is due, oldest first, no more than it can have
 * on its way, and takes down what is acknowledged. Used by the fleet's thread only.
 */
final class Station {

  /** What it tells the fleet. */
  interface Listener {
    void acknowledged(Station station, Instant due);
  }

  private final SimulatedOutlet outlet;
  private final OutletSeries series;
  private final DataLogger logger;
  private final List<Errand> errands;
  private final int window;
  private final Executor fleet;
  private final Listener listener;
  private int underWay;

  Station(
      SimulatedOutlet outlet,
      OutletSeries series,
      DataLogger logger,
      List<Errand> errands,
      int window,
      Executor fleet,
      Listener listener) {
    this.outlet = outlet;
    this.series = series;
    this.logger = logger;
    this.errands = errands;
    this.window = window;
    this.fleet = fleet;
    this.listener = listener;
  }

  SimulatedOutlet outlet() {
    return outlet;
  }

  DataLogger logger() {
    return logger;
  }

  List<Errand> errands() {
    return errands;
  }

  /** Whether nothing handed over waits for its answer. */
  boolean isQuiet() {
    return underWay == 0;
  }

  void sendWhatIsDue(Instant now) {
    errands.forEach(errand -> errand.catchUp(now));
    while (underWay < window) {
      Errand oldest = errands.stream().min(Comparator.comparing(Errand::nextDue)).orElseThrow();
      if (oldest.nextDue().isAfter(now)) {
        return;
      }
      Instant due = oldest.nextDue();
      Instant start = oldest.takeNext();
      if (start != null && isWanted(oldest.kind())) {
        send(oldest, start, due);
      }
    }
  }

  /** The centre may switch real-time data off (2012). */
  private boolean isWanted(UploadKind kind) {
    return kind != UploadKind.REAL_TIME || logger.configuration().realTime();
  }

  private void send(Errand errand, Instant start, Instant due) {
    Upload upload =
        Upload.of(errand.kind().commandCode(), start, series.fields(errand.kind(), start));
    List<Upload> parts = upload.fitted();
    if (garbles(errand.kind(), start)) {
      parts.set(0, parts.get(0).garbled());
    }
    underWay++;
    CompletableFuture<?>[] answers =
        parts.stream().map(logger::send).toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(answers)
        .thenRunAsync(() -> acknowledged(errand, start, due), fleet)
        .exceptionally(stopped -> null);
  }

  private void acknowledged(Errand errand, Instant start, Instant due) {
    underWay--;
    errand.acknowledged(start);
    listener.acknowledged(this, due);
  }

  /** The same uploads on every run: which ones is a matter of the time alone. */
  private boolean garbles(UploadKind kind, Instant start) {
    boolean periodic = kind == UploadKind.MINUTE || kind == UploadKind.HOUR;
    if (outlet.garblesOneIn() == 0 || !periodic) {
      return false;
    }
    long number = start.getEpochSecond() / outlet.interval(kind).toSeconds();
    return number % outlet.garblesOneIn() == 0;
  }
}
