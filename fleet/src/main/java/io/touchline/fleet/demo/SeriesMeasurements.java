package io.touchline.fleet.demo;

import io.touchline.fleet.logger.Measurements;
import io.touchline.fleet.logger.Upload;
import io.touchline.fleet.source.OutletSeries;
import io.touchline.fleet.source.SimulatedOutlet;
import io.touchline.fleet.source.UploadKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The past of one outlet as its logger tells it when asked: the same numbers that it sent, made
 * anew one period at a time. It reaches back a week of minutes, a month of hours, two months of
 * days. Used on the logger's event loop.
 */
final class SeriesMeasurements implements Measurements {

  private final SimulatedOutlet outlet;
  private final Timetable timetable;
  private final long seed;
  private final Clock clock;

  /** Apart from that which makes the live uploads, on another thread; null until it is asked. */
  private OutletSeries series;

  SeriesMeasurements(SimulatedOutlet outlet, long seed, Clock clock) {
    this.outlet = outlet;
    this.timetable = new Timetable(outlet);
    this.seed = seed;
    this.clock = clock;
  }

  @Override
  public Iterator<List<Upload>> between(String commandCode, Instant from, Instant to) {
    return kind(commandCode)
        .map(kind -> (Iterator<List<Upload>>) new Periods(kind, from, to))
        .orElseGet(Collections::emptyIterator);
  }

  /** What the logger does not upload it does not store either; the present is not stored. */
  private Optional<UploadKind> kind(String commandCode) {
    return outlet.kinds().stream()
        .filter(kind -> kind != UploadKind.REAL_TIME && kind.commandCode().equals(commandCode))
        .findFirst();
  }

  private List<Upload> period(UploadKind kind, Instant start) {
    if (series == null) {
      series = new OutletSeries(outlet, seed);
    }
    return Upload.of(kind.commandCode(), start, series.fields(kind, start)).fitted();
  }

  private final class Periods implements Iterator<List<Upload>> {
    private final UploadKind kind;
    private final Instant last;
    private Instant next;

    Periods(UploadKind kind, Instant from, Instant to) {
      Instant oldest = clock.instant().minus(reach(kind));
      Instant bound = from.isBefore(oldest) ? oldest : from;
      Instant start = timetable.startAtOrBefore(kind, bound);
      this.kind = kind;
      this.last = to;
      this.next = start.isBefore(bound) ? start.plus(outlet.interval(kind)) : start;
    }

    @Override
    public boolean hasNext() {
      boolean stored = !timetable.due(kind, next).isAfter(clock.instant());
      return stored && !next.isAfter(last);
    }

    @Override
    public List<Upload> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Instant start = next;
      next = next.plus(outlet.interval(kind));
      return period(kind, start);
    }
  }

  private static Duration reach(UploadKind kind) {
    return switch (kind) {
      case REAL_TIME -> Duration.ZERO;
      case MINUTE -> Duration.ofDays(7);
      case HOUR -> Duration.ofDays(30);
      case DAY -> Duration.ofDays(60);
    };
  }
}
