package io.touchline.fleet.source;

import java.util.Map;

/**
 * What leaves an outlet, as its instruments show it. Minutes are counted from 1970 in China time;
 * factors keep the order in which they are sent.
 */
sealed interface Discharge permits FlueGas, WasteWater {

  /** How many minutes the shortest stored period has (HJ 212-2017 C.16: gas 1, water 10). */
  int minutesPerPart();

  /** The shortest stored period that begins with this minute. */
  Map<String, Reported> part(long minute);

  /** One reading of all instruments. */
  Map<String, Reported> moment(long minute, int second);

  /** How shorter periods make a longer one. */
  PeriodRule rule();
}
