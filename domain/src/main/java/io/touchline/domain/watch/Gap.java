package io.touchline.domain.watch;

/**
 * A stretch of slots that have not come and of which the same is known.
 *
 * @param from minute at which the first missing slot begins
 * @param to minute at which the last one ends
 * @param attempts how often it was asked for
 * @param refusals how often the logger said that it has no such data
 * @param notBefore second before which it is not asked for; 0 while it is not due at all
 */
public record Gap(int from, int to, int attempts, int refusals, long notBefore) {

  static Gap notDue(int from, int to) {
    return new Gap(from, to, 0, 0, 0);
  }

  /** Whether it should have come by now. */
  public boolean isDue() {
    return notBefore != 0;
  }

  /** Whether it may be asked for, or said to be missing, at this second. */
  boolean isRipe(long now) {
    return isDue() && notBefore <= now;
  }

  boolean wasAsked() {
    return attempts > 0;
  }

  Gap part(int start, int end) {
    return new Gap(start, end, attempts, refusals, notBefore);
  }

  Gap dueFrom(long second) {
    return new Gap(from, to, attempts, refusals, Math.max(1, second));
  }

  Gap asked(long nextAt) {
    return new Gap(from, to, attempts + 1, refusals, nextAt);
  }

  Gap refused(long nextAt) {
    return new Gap(from, to, attempts, refusals + 1, nextAt);
  }

  boolean goesOnAs(Gap next) {
    return to == next.from
        && attempts == next.attempts
        && refusals == next.refusals
        && notBefore == next.notBefore;
  }
}
