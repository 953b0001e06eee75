package io.touchline.fleet.logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A logger's own clock: off from the true one until the centre sets it (1012). */
public final class LoggerClock extends Clock {

  private final Clock truth;
  private volatile Duration offset;

  LoggerClock(Clock truth, Duration offset) {
    this.truth = truth;
    this.offset = offset;
  }

  /** How far it is ahead of the true time; negative when it is behind. */
  public Duration offset() {
    return offset;
  }

  /** Sets it to a time, from which it goes on. */
  void set(Instant time) {
    offset = Duration.between(truth.instant(), time);
  }

  @Override
  public Instant instant() {
    return truth.instant().plus(offset);
  }

  @Override
  public ZoneId getZone() {
    return truth.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return truth.withZone(zone);
  }
}
