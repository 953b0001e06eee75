package io.touchline.domain;

import io.touchline.domain.MarkRules.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The minutes of one factor that marks take away. A minute is marked where a mark stands at its
 * start. An hour of which fewer than 45 minutes remain is not valid, nor a day of which fewer than
 * 20 such hours remain: so a stop of some minutes does not take out an hour that ran.
 */
final class MarkedTime {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final List<Mark> strongestFirst;
  private final String factor;
  private final SortedSet<String> kinds = new TreeSet<>();
  private boolean stopped;

  MarkedTime(List<Mark> strongestFirst, String factor) {
    this.strongestFirst = strongestFirst;
    this.factor = factor;
  }

  Validity part(Instant start, Instant end) {
    long minutes = Math.max(1, Duration.between(start, end).toMinutes());
    return unmarked(start, end) == minutes ? Validity.VALID : because("");
  }

  Validity period(AveragingPeriod period, Instant start) {
    long left =
        period == AveragingPeriod.HOUR ? unmarked(start, period.endOf(start)) : hours(start);
    long needed = RecomputedPeriod.needed(period);
    String name = period == AveragingPeriod.HOUR ? "minutes" : "hours";
    return left >= needed
        ? Validity.VALID
        : because(": " + left + " unmarked " + name + " of at least " + needed);
  }

  private long hours(Instant day) {
    long left = 0;
    for (Instant hour = day;
        hour.isBefore(AveragingPeriod.DAY.endOf(day));
        hour = AveragingPeriod.HOUR.endOf(hour)) {
      long minutes = unmarked(hour, AveragingPeriod.HOUR.endOf(hour));
      left += minutes < RecomputedPeriod.needed(AveragingPeriod.HOUR) ? 0 : 1;
    }
    return left;
  }

  private long unmarked(Instant start, Instant end) {
    long unmarked = 0;
    for (Instant at = start; at.isBefore(end); at = at.plus(MINUTE)) {
      boolean out = isOut(at, OperatingState.class);
      boolean invalid = isOut(at, DataMark.class);
      unmarked += out || invalid ? 0 : 1;
    }
    return unmarked;
  }

  private boolean isOut(Instant at, Class<? extends MarkKind> kind) {
    Mark mark = Marks.standingAt(strongestFirst, factor, at, kind).orElse(null);
    Effect effect = mark == null ? Effect.NONE : MarkRules.standard().effectOf(mark.kind(), at);
    if (effect == Effect.NONE) {
      return false;
    }
    kinds.add(mark.kind().name());
    stopped |= effect == Effect.STOPPED;
    return true;
  }

  private Validity because(String figures) {
    return new Validity(
        stopped ? Validity.Reason.STOPPED : Validity.Reason.MARKED,
        "marked " + String.join(", ", kinds) + figures);
  }
}
