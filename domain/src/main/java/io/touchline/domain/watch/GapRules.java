package io.touchline.domain.watch;

import java.time.Duration;

/**
 * When data count as missing, and how a logger is asked for them. All of it is our own choice: the
 * standard knows the request (HJ 212-2017 C.20 to C.23) and is silent on who asks when.
 *
 * @param mostGaps how many separate gaps of a level are kept; the oldest are given up
 * @param slotsPerRequest the longest stretch of one request, in slots
 * @param betweenRequests the least time between two requests to one station, of any level
 * @param expiry how long a request waits for the logger
 * @param firstBackOff pause after the first attempt; doubles with each further one
 * @param longestBackOff where the doubling ends
 * @param refusals how often a logger must refuse a gap before it is believed
 * @param afterRefusal pause before a refused gap is asked for again
 * @param firstWait from when data are due to when they are said to be missing and asked for
 * @param resendWait the same for a logger that resends by itself (HJ 212-2025 8.1.2, second-hand),
 *     and how long any logger is left alone after data came late that nobody had asked for
 */
public record GapRules(
    Level minute,
    Level hour,
    Level day,
    int mostGaps,
    int slotsPerRequest,
    Duration betweenRequests,
    Duration expiry,
    Duration firstBackOff,
    Duration longestBackOff,
    int refusals,
    Duration afterRefusal,
    Duration firstWait,
    Duration resendWait) {

  /**
   * What differs from level to level.
   *
   * @param graceSlots how many slots after its end a slot is due, ...
   * @param grace ... and how much time after that
   * @param horizon how far back data are looked for
   */
  public record Level(int graceSlots, Duration grace, Duration horizon) {

    /** The minute up to which slots should have come. */
    int due(long now, int step) {
      return minuteOf(now - grace.toSeconds()) - graceSlots * step;
    }

    int lower(long now) {
      return minuteOf(now - horizon.toSeconds());
    }

    private static int minuteOf(long second) {
      return (int) Math.floorDiv(second, 60L);
    }
  }

  public static GapRules standard() {
    return new GapRules(
        new Level(2, Duration.ZERO, Duration.ofDays(3)),
        new Level(0, Duration.ofMinutes(15), Duration.ofDays(30)),
        new Level(0, Duration.ofHours(2), Duration.ofDays(60)),
        200,
        60,
        Duration.ofMinutes(3),
        Duration.ofMinutes(30),
        Duration.ofMinutes(5),
        Duration.ofHours(6),
        3,
        Duration.ofDays(1),
        Duration.ofMinutes(2),
        Duration.ofMinutes(10));
  }

  Level of(DataLevel level) {
    return switch (level) {
      case MINUTE -> minute;
      case HOUR -> hour;
      case DAY -> day;
    };
  }

  /** Seconds to wait after this many attempts. */
  long backOff(int attempts) {
    int doublings = Math.min(Math.max(0, attempts - 1), 20);
    return Math.min(firstBackOff.toSeconds() << doublings, longestBackOff.toSeconds());
  }

  /** Seconds to wait after this many refusals of a gap asked for this often. */
  long afterRefusal(int attempts, int refused) {
    return refused < refusals
        ? backOff(attempts)
        : Math.max(backOff(attempts), afterRefusal.toSeconds());
  }
}
