package io.touchline.fleet.logger;

import io.touchline.domain.ChinaTime;
import io.touchline.hj212.DataTimes;
import java.time.Clock;
import java.time.Instant;

/**
 * Request numbers (请求编码 QN) of one logger: its time to the millisecond, never the same twice while
 * its clock goes on by itself.
 *
 * <p>When uploads come faster than one a millisecond the numbers run ahead of the clock. Not for
 * use by several threads.
 */
final class RequestNumbers {

  private final Clock clock;
  private long last = Long.MIN_VALUE;

  RequestNumbers(Clock clock) {
    this.clock = clock;
  }

  String next() {
    last = Math.max(clock.millis(), last + 1);
    return DataTimes.formatMilli(ChinaTime.civil(Instant.ofEpochMilli(last)));
  }

  /** The numbers follow a clock that was set, back too, as those of real loggers do. */
  void clockWasSet() {
    last = Long.MIN_VALUE;
  }
}
