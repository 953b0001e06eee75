package io.touchline.fleet.logger;

import java.time.Duration;

/**
 * How a logger insists.
 *
 * @param window uploads that may be unacknowledged at a time
 * @param overTime how long it waits for an answer (HJ 212-2017 table 1: 10 s)
 * @param reCount how often it sends again on one connection before it takes the line for dead
 * @param firstBackOff wait before the first new connection; doubled up to {@code longestBackOff}
 *     while no answer comes
 */
public record DeliverySettings(
    int window, Duration overTime, int reCount, Duration firstBackOff, Duration longestBackOff) {

  public static final DeliverySettings STANDARD =
      new DeliverySettings(
          1, Duration.ofSeconds(10), 3, Duration.ofMillis(200), Duration.ofSeconds(10));

  public DeliverySettings {
    if (window < 1 || reCount < 0 || overTime.isNegative() || overTime.isZero()) {
      throw new IllegalArgumentException(
          "window must be 1 or more, reCount 0 or more, overTime above zero: "
              + window
              + ", "
              + reCount
              + ", "
              + overTime);
    }
  }

  public DeliverySettings withWindow(int uploads) {
    return new DeliverySettings(uploads, overTime, reCount, firstBackOff, longestBackOff);
  }

  Duration backOff(int failures) {
    Duration wait = firstBackOff.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), 20));
    return wait.compareTo(longestBackOff) < 0 ? wait : longestBackOff;
  }
}
