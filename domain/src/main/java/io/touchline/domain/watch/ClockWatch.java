package io.touchline.domain.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Whether a logger's clock is right, from its request numbers (QN, the sender's time) against their
 * receipt. A station whose clock is right has an empty row.
 *
 * <p>One late frame proves nothing: it may have waited on the line. A clock is off when the last
 * five frames, taken at least half a minute apart, are all more than a minute off to the same side
 * and agree within 15 seconds. Frames that waited cannot look like that: they come faster than they
 * were written, so their distance from the receipt shrinks. It is right again after five frames
 * within the minute.
 *
 * @param late the last frames out of the minute, at most five
 * @param offSince second of receipt of the first frame that showed it, 0 while it is right
 * @param skewMillis by how much it was off when that was found
 * @param right frames within the minute since, while it is off
 * @param setAt second at which it was last to be set, 0 for never
 */
public record ClockWatch(List<Sample> late, long offSince, long skewMillis, int right, long setAt) {

  static final ClockWatch RIGHT = new ClockWatch(List.of(), 0, 0, 0, 0);

  private static final long MOST_MILLIS = 60_000;
  private static final long AGREEMENT_MILLIS = 15_000;
  private static final long APART_MILLIS = 30_000;
  private static final long BETWEEN_SETTINGS_SECONDS = 3600;
  private static final int ENOUGH = 5;

  /** One frame: when it was received, and the logger's time less that. */
  public record Sample(long receivedAtMillis, long skewMillis) {}

  public ClockWatch {
    late = List.copyOf(late);
  }

  ClockWatch heard(Sample sample, boolean maySet, Consumer<Finding> findings) {
    return Math.abs(sample.skewMillis()) <= MOST_MILLIS
        ? inTime(sample, findings)
        : outOfTime(sample, maySet, findings);
  }

  private ClockWatch inTime(Sample sample, Consumer<Finding> findings) {
    if (offSince == 0) {
      return late.isEmpty() ? this : new ClockWatch(List.of(), 0, 0, 0, setAt);
    }
    if (right + 1 < ENOUGH) {
      return new ClockWatch(List.of(), offSince, skewMillis, right + 1, setAt);
    }
    findings.accept(ended(sample.receivedAtMillis()));
    return new ClockWatch(List.of(), 0, 0, 0, setAt);
  }

  private ClockWatch outOfTime(Sample sample, boolean maySet, Consumer<Finding> findings) {
    if (!late.isEmpty()
        && sample.receivedAtMillis() - late.get(late.size() - 1).receivedAtMillis()
            < APART_MILLIS) {
      return this;
    }
    List<Sample> latest = new ArrayList<>(late);
    latest.add(sample);
    if (latest.size() > ENOUGH) {
      latest.remove(0);
    }
    if (!agree(latest)) {
      return new ClockWatch(latest, offSince, skewMillis, 0, setAt);
    }
    long skew = latest.stream().mapToLong(Sample::skewMillis).sorted().toArray()[ENOUGH / 2];
    long since = offSince;
    if (since != 0 && skewMillis > 0 != skew > 0) {
      findings.accept(ended(latest.get(0).receivedAtMillis()));
      since = 0;
    }
    if (since == 0) {
      since = latest.get(0).receivedAtMillis() / 1000;
      findings.accept(new Finding.ClockOff(since, skew));
    }
    long now = sample.receivedAtMillis() / 1000;
    boolean set = maySet && (setAt == 0 || now - setAt >= BETWEEN_SETTINGS_SECONDS);
    if (set) {
      findings.accept(new Finding.ClockToSet(skew));
    }
    return new ClockWatch(latest, since, skew, 0, set ? now : setAt);
  }

  private Finding ended(long atMillis) {
    return new Finding.ClockRight(offSince, atMillis / 1000, skewMillis);
  }

  private static boolean agree(List<Sample> samples) {
    long least = samples.stream().mapToLong(Sample::skewMillis).min().orElse(0);
    long most = samples.stream().mapToLong(Sample::skewMillis).max().orElse(0);
    return samples.size() == ENOUGH && most - least <= AGREEMENT_MILLIS;
  }
}
