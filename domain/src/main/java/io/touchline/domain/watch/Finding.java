package io.touchline.domain.watch;

/**
 * What the watch over a station comes to: a thing to tell people, or to ask the logger. Minutes and
 * seconds are counted from 1970.
 */
public sealed interface Finding {

  /** Data of a stretch are due and have not come. */
  record GapOpened(DataLevel level, int from, int to, int slots) implements Finding {}

  /**
   * A stretch that was missing is no longer looked for.
   *
   * @param slots all of the stretch
   * @param givenUp those of them that never came: too old, too many, or no longer due
   */
  record GapClosed(DataLevel level, int from, int to, int slots, int givenUp) implements Finding {}

  /** The logger says again and again that it has no such data. */
  record GapRefused(DataLevel level, int from, int to, int slots, int refusals)
      implements Finding {}

  /** The logger is to be asked for data. */
  record Asked(HistoryRequest request, long expiresAt) implements Finding {}

  /**
   * Minute data come at another interval than the profile says.
   *
   * @param since minute of the first upload at that interval
   */
  record IntervalOff(int profile, int found, int since) implements Finding {}

  /** Minute data come as the profile says again, or the profile says what comes. */
  record IntervalRight(int profile, int since, int until) implements Finding {}

  /**
   * The logger's clock is off.
   *
   * @param since second of receipt of the first frame that shows it
   * @param skewMillis logger's time less receipt, the median of those frames
   */
  record ClockOff(long since, long skewMillis) implements Finding {}

  /** A clock that was off is right, or is off to the other side. */
  record ClockRight(long since, long until, long skewMillis) implements Finding {}

  /** The logger's clock is to be set. */
  record ClockToSet(long skewMillis) implements Finding {}

  /**
   * Parts of a split packet have not come.
   *
   * @param level null for real-time data
   * @param at second of its DataTime
   * @param seen bit n-1 for part n
   */
  record PartsMissing(DataLevel level, long at, int parts, long seen) implements Finding {}

  /** They have come after all. */
  record PartsCame(DataLevel level, long at, int parts, long when) implements Finding {}
}
