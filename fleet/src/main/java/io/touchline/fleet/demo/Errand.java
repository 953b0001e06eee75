package io.touchline.fleet.demo;

import io.touchline.fleet.source.SimulatedOutlet;
import io.touchline.fleet.source.UploadKind;
import java.time.Duration;
import java.time.Instant;

/**
 * One kind of upload of one logger: what goes out next and what is acknowledged. Not for use by
 * several threads.
 */
final class Errand {

  /** A gap longer than this is not filled. */
  static final Duration LONGEST_GAP = Duration.ofDays(7);

  /** The present is of no use to anybody later. */
  private static final Duration PRESENT = Duration.ofMinutes(5);

  private final SimulatedOutlet outlet;
  private final UploadKind kind;
  private final Timetable timetable;
  private final Settled settled;
  private Instant next;

  Errand(SimulatedOutlet outlet, UploadKind kind, Settled settled) {
    this.outlet = outlet;
    this.kind = kind;
    this.timetable = new Timetable(outlet);
    this.settled = settled;
    this.next = settled.border();
  }

  UploadKind kind() {
    return kind;
  }

  Settled settled() {
    return settled;
  }

  /** Whether it is worth remembering over a restart. */
  boolean isRemembered() {
    return kind != UploadKind.REAL_TIME;
  }

  Instant nextDue() {
    return timetable.due(kind, next);
  }

  /** Periods due by an instant and not acknowledged. */
  long owed(Instant now) {
    Instant start = next;
    long owed = 0;
    while (!timetable.due(kind, start).isAfter(now)) {
      owed += settled.contains(start) ? 0 : 1;
      start = start.plus(outlet.interval(kind));
    }
    return owed;
  }

  /** Skips what nobody wants any more: gaps too long, moments gone by. */
  void catchUp(Instant now) {
    Duration reach = kind == UploadKind.REAL_TIME ? PRESENT : LONGEST_GAP;
    Instant earliest = timetable.startAtOrBefore(kind, now.minus(reach));
    if (next.isBefore(earliest)) {
      next = earliest;
      settled.forgetBefore(earliest);
    }
  }

  /** Steps over the next period and gives it, null where it is acknowledged already. */
  Instant takeNext() {
    Instant start = next;
    next = next.plus(outlet.interval(kind));
    return settled.contains(start) ? null : start;
  }

  void acknowledged(Instant start) {
    settled.add(start);
  }
}
