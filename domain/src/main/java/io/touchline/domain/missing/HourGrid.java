package io.touchline.domain.missing;

import io.touchline.domain.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Hours without a hole: what is not known between them was not received.
 *
 * @param hours one an hour, the earliest first
 * @param overruled accounts of hours in whose place another stands
 */
record HourGrid(List<MassHour> hours, List<MassHour> overruled) {

  static final Duration HOUR = Duration.ofHours(1);

  /** From the earliest hour known to the latest, and at least {@code [from, to)}. */
  static HourGrid covering(Instant from, Instant to, Collection<MassHour> known) {
    Standing<MassHour> standing = Standing.of(known, MassHour::start, MassHour.ORDER);
    Instant first = from;
    Instant last = to;
    if (!standing.byStart().isEmpty()) {
      Instant earliest = standing.byStart().firstKey();
      Instant end = standing.byStart().lastKey().plus(HOUR);
      first = earliest.isBefore(from) ? earliest : from;
      last = end.isAfter(to) ? end : to;
    }
    List<MassHour> hours = new ArrayList<>();
    for (Instant at = first; at.isBefore(last); at = at.plus(HOUR)) {
      MassHour hour = standing.byStart().get(at);
      hours.add(hour == null ? MassHour.notReceived(at) : hour);
    }
    return new HourGrid(List.copyOf(hours), standing.overruled());
  }

  /** The hours that start in {@code [from, to)}. */
  List<MassHour> within(Instant from, Instant to) {
    return hours.stream()
        .filter(hour -> !hour.start().isBefore(from) && hour.start().isBefore(to))
        .toList();
  }
}
