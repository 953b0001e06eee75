package io.touchline.ingest.command;

import io.touchline.hj212.CommandCode;
import java.time.Duration;

/**
 * How commands to data loggers are dealt with.
 *
 * @param overTime OverTime: how long a request waits for its 9011 before it is sent again
 * @param reCount ReCount: how often it is sent again. Defaults by HJ 212-2017 table 1; lines over
 *     NB-IoT want 30 s and 5 (HJ 212-2025, known at second hand)
 * @param patience for the 9012, and between data frames of a history request
 * @param longPatience for the 9012 of what works on hardware: calibration, sampling, cleaning
 * @param longestLife a command older than this is not begun, whatever its own limit says; at start
 *     the topics are read back twice as far
 * @param perLogger commands that may wait for one logger; those beyond end as EXPIRED
 * @param inAll commands that may wait in all
 */
public record CommandSettings(
    Duration overTime,
    int reCount,
    Duration patience,
    Duration longPatience,
    Duration longestLife,
    int perLogger,
    int inAll) {

  public CommandSettings {
    if (overTime.isNegative() || overTime.isZero()) {
      throw new IllegalArgumentException("overTime must be above zero: " + overTime);
    }
    if (reCount < 0 || perLogger < 1 || inAll < perLogger) {
      throw new IllegalArgumentException(
          "reCount must not be negative, perLogger at least 1 and inAll not below it");
    }
  }

  public static CommandSettings defaults() {
    return new CommandSettings(
        Duration.ofSeconds(10),
        3,
        Duration.ofMinutes(2),
        Duration.ofMinutes(30),
        Duration.ofHours(24),
        64,
        10_000);
  }

  /** The same with another OverTime and ReCount. */
  public CommandSettings withResends(Duration overTime, int reCount) {
    return new CommandSettings(
        overTime, reCount, patience, longPatience, longestLife, perLogger, inAll);
  }

  /** The same with other patience for results. */
  public CommandSettings withPatience(Duration patience, Duration longPatience) {
    return new CommandSettings(
        overTime, reCount, patience, longPatience, longestLife, perLogger, inAll);
  }

  /** The same with other room for waiting commands. */
  public CommandSettings withRoom(int perLogger, int inAll) {
    return new CommandSettings(
        overTime, reCount, patience, longPatience, longestLife, perLogger, inAll);
  }

  Duration patienceFor(CommandCode command) {
    return Repetition.worksOnHardware(command) ? longPatience : patience;
  }
}
