package io.touchline.fleet.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which periods of one kind are acknowledged: all before a border, and some beyond it whose answers
 * overtook others. Not for use by several threads.
 */
final class Settled {

  private final Duration interval;
  private final SortedSet<Instant> beyond = new TreeSet<>();
  private Instant border;

  /**
   * @param border the first period that is not acknowledged
   */
  Settled(Duration interval, Instant border) {
    this.interval = interval;
    this.border = border;
  }

  Instant border() {
    return border;
  }

  SortedSet<Instant> beyond() {
    return beyond;
  }

  boolean contains(Instant start) {
    return start.isBefore(border) || beyond.contains(start);
  }

  void add(Instant start) {
    if (!start.isBefore(border)) {
      beyond.add(start);
      close();
    }
  }

  /** Gives up what lies before an instant: nobody will send it any more. */
  void forgetBefore(Instant start) {
    if (border.isBefore(start)) {
      border = start;
      beyond.headSet(start).clear();
      close();
    }
  }

  private void close() {
    while (beyond.remove(border)) {
      border = border.plus(interval);
    }
  }
}
