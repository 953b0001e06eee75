package io.touchline.domain.watch;

/**
 * The watch over one station as a value; {@link Watching} makes the next one of it.
 *
 * @param rhythm of its minute data, null before the first
 * @param minute null before the first upload of that level; the others likewise
 * @param askedAt second at which it was last asked for history, 0 for never
 * @param resentAt second at which data last came late that nobody had asked for, 0 for never
 */
public record StationWatch(
    MinuteRhythm rhythm,
    LevelWatch minute,
    LevelWatch hour,
    LevelWatch day,
    long askedAt,
    long resentAt,
    ClockWatch clock,
    SplitWatch splits) {

  public static final StationWatch NEW =
      new StationWatch(null, null, null, null, 0, 0, ClockWatch.RIGHT, SplitWatch.NOTHING);

  public LevelWatch level(DataLevel level) {
    return switch (level) {
      case MINUTE -> minute;
      case HOUR -> hour;
      case DAY -> day;
    };
  }
}
