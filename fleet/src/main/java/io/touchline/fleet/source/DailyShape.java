package io.touchline.fleet.source;

/** How load goes up and down with the hours of a working day in China. */
final class DailyShape {

  private static final int[] PERMILLE_BY_HOUR = {
    -620, -740, -820, -850, -800, -650, -380, 20, 420, 720, 880, 800,
    610, 660, 790, 860, 900, 950, 1000, 860, 540, 150, -200, -440
  };

  private DailyShape() {}

  /** From -1000 to 1000, by the minute of the civil day. */
  static long permille(long minuteOfDay) {
    int hour = (int) (minuteOfDay / 60);
    long into = minuteOfDay % 60;
    int from = PERMILLE_BY_HOUR[hour];
    int to = PERMILLE_BY_HOUR[(hour + 1) % 24];
    return (from * (60 - into) + to * into) / 60;
  }
}
