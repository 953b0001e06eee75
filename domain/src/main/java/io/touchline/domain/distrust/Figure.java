package io.touchline.domain.distrust;

import io.touchline.domain.Decimal;
import io.touchline.domain.RuleFile;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A figure that a test turns on ({@code regulation/distrust.csv}), with where it comes from: O an
 * official text, T a third party's list, D our own default.
 */
public enum Figure {
  /** Equal valid hours in a row that are a freeze. */
  FROZEN_HOURS,
  /** How much something else of the outlet moved meanwhile, in percent of its greatest value. */
  FROZEN_MOVE_PERCENT,
  /** Valid hours over which the swing is taken. */
  FLAT_HOURS,
  /** Swing in percent of the range below which a line is flat. */
  FLAT_SWING_PERCENT,
  /** Greatest value in percent of the range below which a line is flat for want of emission. */
  FLAT_FLOOR_PERCENT,
  /** Hours on one sloping line that were drawn rather than measured. */
  STRAIGHT_HOURS,
  /** Hours at the upper end of the range. */
  CLIP_HOURS,
  /** Oxygen above which flue gas is mostly air. */
  OXYGEN_PERCENT,
  /** How far the logger's converted value may lie from ours. */
  CONVERSION_PERCENT,
  /** Where just below the limit begins, in percent of it. */
  HUGGING_FROM_PERCENT,
  /** Where just above the limit ends, in percent of it. */
  HUGGING_TO_PERCENT,
  /** Share of hours just below the limit. */
  HUGGING_SHARE_PERCENT,
  /** Hours just above the limit in percent of those just below. */
  HUGGING_RATIO_PERCENT,
  /** Judged hours that a month needs to be looked at. */
  HUGGING_HOURS,
  /** A step in median absolute deviations. */
  STEP_TIMES_MAD,
  /** Hours before a step that say what is usual. */
  STEP_HISTORY_HOURS,
  /** What else must have stood still, in percent of its value. */
  STEP_STILL_PERCENT,
  /** Length of a block that comes again. */
  COPIED_HOURS,
  /** Mean of the nights in percent of that of the days. */
  NIGHT_RATIO_PERCENT,
  /** Flow in percent of the usual while a stop is declared. */
  STOP_FLOW_PERCENT,
  /** What stands in for a detection limit that nobody registered, in percent of the range. */
  FLOOR_DETECTION_PERCENT,
  /** Detection limits up to which a value hovers at the floor. */
  FLOOR_TIMES,
  /** Share of a week's hours at the floor. */
  FLOOR_SHARE_PERCENT,
  /** Flow in percent of the usual above which there is something to measure. */
  FLOOR_FLOW_PERCENT,
  /** Changes from hour to hour that a correlation is told from. */
  DECOUPLED_HOURS,
  /** Correlation with the flow below which there is none. */
  DECOUPLED_BELOW,
  /** Correlation above which there usually is one. */
  DECOUPLED_USUAL,
  /** Variance of the flow's changes, in percent of the usual, from which on there is a load. */
  DECOUPLED_FLOW_PERCENT,
  /** Valid hours over which the swing of waste water is taken. */
  UNMOVED_HOURS,
  /** Swing in percent of the mean below which waste water stays the same. */
  UNMOVED_SWING_PERCENT,
  /** Swing of the flow meanwhile, in percent of its greatest value. */
  UNMOVED_FLOW_PERCENT,
  /** What is near the limit, in percent of it. */
  MARK_NEAR_PERCENT,
  /** Hours near the limit right before a mark. */
  MARK_HOURS,
  /** Odds of being near the limit before a mark against those elsewhere. */
  MARK_ODDS,
  /** Hours of a month that device marks may take. */
  MARKED_HOURS,
  /** Drop of oxygen from one hour to the next, in points of percent. */
  OXYGEN_DROP_POINTS,
  /** Change of the flow meanwhile, in percent of the greater. */
  OXYGEN_STILL_PERCENT,
  /** Converted value before, in percent of its limit. */
  OXYGEN_NEAR_PERCENT,
  /** How far what flows out may lie from what flows in, in percent of that. */
  BALANCE_PERCENT,
  /** Hours of a week with both volumes that it needs. */
  BALANCE_HOURS,
  /** Checks in a row that come out the same. */
  THEATRE_CHECKS;

  private record Row(Decimal number, String tag, RuleFile.Source source) {}

  private static final Map<Figure, Row> ROWS = read();

  private static Map<Figure, Row> read() {
    Map<Figure, Row> rows = new EnumMap<>(Figure.class);
    for (List<String> cells : RuleFile.read("distrust")) {
      Row row = new Row(Decimal.of(cells.get(1)), cells.get(2), RuleFile.source(cells));
      if (rows.put(valueOf(cells.get(0)), row) != null) {
        throw new IllegalStateException("regulation/distrust.csv has a figure twice: " + cells);
      }
    }
    if (!rows.keySet().containsAll(Arrays.asList(values()))) {
      throw new IllegalStateException("regulation/distrust.csv lacks a figure");
    }
    return rows;
  }

  /** The figure; of each there is one row. */
  public Decimal number() {
    return ROWS.get(this).number();
  }

  /** The same where it counts hours or checks. */
  public int hours() {
    return number().number().intValueExact();
  }

  /** O, T or D. */
  public String tag() {
    return ROWS.get(this).tag();
  }
}
