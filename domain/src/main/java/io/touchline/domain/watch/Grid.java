package io.touchline.domain.watch;

/**
 * Where the slots of a level begin.
 *
 * @param step minutes from one slot to the next, at least 1
 * @param phase minute since 1970 of any slot's beginning, less whole steps
 */
public record Grid(int step, int phase) {

  static final Grid HOURS = new Grid(60, 0);

  /** Midnight in China is 16:00 UTC of the day before. */
  static final Grid DAYS = new Grid(24 * 60, 16 * 60);

  public Grid {
    phase = Math.floorMod(phase, step);
  }

  /** The beginning of the slot that holds this minute. */
  int slotOf(int minute) {
    return Math.floorDiv(minute - phase, step) * step + phase;
  }

  /** How many slots a stretch holds. */
  int slots(int from, int to) {
    return (to - from) / step;
  }
}
