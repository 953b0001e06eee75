package io.touchline.domain.watch;

import java.time.Instant;

/**
 * What the registry says of a station, as far as the watch over it goes.
 *
 * @param minuteStep minutes between its minute uploads, by its profile or its medium's usual
 * @param stepStated whether the profile says so
 * @param from since when it owes data
 * @param until up to when it owes data
 * @param mayAsk whether it may be asked for history
 * @param maySetTime whether its clock may be set
 */
public record Terms(
    int minuteStep,
    boolean stepStated,
    Instant from,
    Instant until,
    boolean mayAsk,
    boolean maySetTime) {

  /** A station that the registry does not know: it is watched, and left alone. */
  public static Terms unregistered(int minuteStep) {
    return new Terms(minuteStep, false, Instant.MIN, Instant.MAX, false, false);
  }

  int fromMinute() {
    return minute(from);
  }

  int untilMinute() {
    return minute(until);
  }

  private static int minute(Instant instant) {
    long minute = Math.floorDiv(instant.getEpochSecond(), 60L);
    return (int) Math.max(0, Math.min(minute, Integer.MAX_VALUE));
  }
}
