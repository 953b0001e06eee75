package io.touchline.fleet.source;

import java.util.Map;

/**
 * One line of how an outlet behaves: what happens to which factor on which days at which hours.
 *
 * @param factor pollutant code; {@code *} is all pollutants, not flow or conditions
 * @param everyDays one day in so many
 * @param dayOfThose which one, counted from 1970
 * @param fromHour first hour of the day, 0 to 23
 * @param toHour hour at which it is over; smaller than {@code fromHour} goes past midnight
 * @param value permille, or the letter of a flag
 */
record Effect(
    String factor,
    int everyDays,
    int dayOfThose,
    int fromHour,
    int toHour,
    Kind kind,
    String value) {

  /** What it changes. */
  enum Kind {
    /** The level, in permille of the plant's typical one. */
    LEVEL,
    /** How much it goes up and down, in permille of what is usual. */
    VARIATION,
    /** The data flag (数据标记). */
    FLAG
  }

  static final String ALL_POLLUTANTS = "*";

  static Effect of(Map<String, String> row) {
    String[] days = row.get("days").split("/", -1);
    String[] hours = row.get("hours").split("-", -1);
    return new Effect(
        row.get("factor"),
        Integer.parseInt(days[1]),
        Integer.parseInt(days[0]),
        Integer.parseInt(hours[0]),
        Integer.parseInt(hours[1]),
        Kind.valueOf(row.get("effect")),
        row.get("value"));
  }

  boolean concerns(String code, boolean pollutant) {
    return factor.equals(code) || (pollutant && factor.equals(ALL_POLLUTANTS));
  }

  boolean isOn(long minute) {
    long day = Civil.day(minute);
    long hour = Civil.minuteOfDay(minute) / 60;
    if (fromHour >= toHour && hour < toHour) {
      day--; // the night that began the day before
    }
    boolean inHours =
        fromHour < toHour ? hour >= fromHour && hour < toHour : hour >= fromHour || hour < toHour;
    return inHours && Math.floorMod(day, (long) everyDays) == dayOfThose;
  }

  long permille() {
    return Long.parseLong(value);
  }
}
