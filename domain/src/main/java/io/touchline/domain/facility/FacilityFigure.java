package io.touchline.domain.facility;

import io.touchline.domain.Decimal;
import io.touchline.domain.RuleFile;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A figure that a finding about facilities turns on ({@code regulation/facilities.csv}), with where
 * it comes from: O an official text, D our own default.
 */
public enum FacilityFigure {
  /** Share of the usual flow or power above which something runs. */
  RUNNING_PERCENT,
  /** How long a state holds when no other follows. */
  STATE_HOLDS_MINUTES,
  /** How long a facility must be out of use while production runs. */
  OFF_MINUTES,
  /** How much less than production it may run in a day of which only the hours are known. */
  UNEXPLAINED_MINUTES,
  /** Days before a day whose hours say what is usual. */
  USUAL_DAYS,
  /** Running hours without which nothing is usual. */
  USUAL_HOURS;

  private static final Map<FacilityFigure, Decimal> NUMBERS = read();

  private static Map<FacilityFigure, Decimal> read() {
    Map<FacilityFigure, Decimal> numbers = new EnumMap<>(FacilityFigure.class);
    for (List<String> cells : RuleFile.read("facilities")) {
      if (numbers.put(valueOf(cells.get(0)), Decimal.of(cells.get(1))) != null) {
        throw new IllegalStateException("regulation/facilities.csv has a figure twice: " + cells);
      }
    }
    if (!numbers.keySet().containsAll(Arrays.asList(values()))) {
      throw new IllegalStateException("regulation/facilities.csv lacks a figure");
    }
    return numbers;
  }

  /** The figure; of each there is one row. */
  public Decimal number() {
    return NUMBERS.get(this);
  }

  /** The same where it counts something. */
  public int count() {
    return number().number().intValueExact();
  }

  /** The same where it counts minutes. */
  public Duration minutes() {
    return Duration.ofMinutes(count());
  }
}
