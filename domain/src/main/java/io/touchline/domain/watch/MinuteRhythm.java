package io.touchline.domain.watch;

/**
 * At what interval minute data really come, learned from the uploads that come in their time. What
 * a logger never sends must not be asked for.
 *
 * @param stated minutes by the profile
 * @param grid what is gone by
 * @param proven whether two uploads have come one step apart; before that nothing is missing
 * @param last minute of the latest upload, 0 before the first
 * @param spacing minutes between the last two
 * @param even how many times in a row the spacing was that
 * @param offSince minute since which the interval contradicts the profile, 0 where it does not
 */
public record MinuteRhythm(
    int stated, Grid grid, boolean proven, int last, int spacing, int even, int offSince) {

  /** Six uploads, five equal distances. */
  private static final int EVEN_ENOUGH = 5;

  private static final int LONGEST = 60;
  private static final int DAY = 24 * 60;

  static MinuteRhythm of(int stated) {
    return new MinuteRhythm(stated, new Grid(stated, 0), false, 0, 0, 0, 0);
  }

  /**
   * A further upload in its time. One not later than the latest says nothing, unless it is so much
   * earlier that the latest was of a time that has not come yet.
   */
  MinuteRhythm heard(int minute) {
    if (minute <= last && last - minute <= DAY) {
      return this;
    }
    int distance = last == 0 || minute < last ? 0 : minute - last;
    // Beyond what matters the count stands still, so that a steady station's row does not change.
    int run = distance == spacing ? Math.min(even + 1, EVEN_ENOUGH) : 1;
    return new MinuteRhythm(
        stated, grid, proven || distance == grid.step(), minute, distance, run, offSince);
  }

  /** Whether the latest uploads come evenly, and otherwise than is gone by. */
  boolean isOtherwise() {
    return even >= EVEN_ENOUGH && spacing > 0 && spacing <= LONGEST && !grid.equals(heardGrid());
  }

  /** Whether the latest uploads may be the beginning of another interval. */
  boolean isInDoubt() {
    return even >= 2 && spacing != grid.step();
  }

  /** Goes by what comes. */
  MinuteRhythm adopted() {
    int since = spacing == stated ? 0 : offSince == 0 ? firstHeard() : offSince;
    return new MinuteRhythm(stated, heardGrid(), true, last, spacing, even, since);
  }

  /** The same, where the profile has come to say what is gone by. */
  MinuteRhythm restated(int minutes) {
    return new MinuteRhythm(minutes, grid, proven, last, spacing, even, 0);
  }

  int firstHeard() {
    return last - EVEN_ENOUGH * spacing;
  }

  private Grid heardGrid() {
    return new Grid(spacing, last);
  }
}
