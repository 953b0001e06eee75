package io.touchline.domain.sample;

import io.touchline.domain.Decimal;
import io.touchline.domain.RuleFile;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A figure that samples turn on ({@code regulation/samples.csv}), with where it comes from: O an
 * official text, R recall, D our own default.
 */
public enum SampleFigure {
  /** How long one manual sample may stand in for missing data (recall, needs check). */
  GAP_HOURS,
  /** Manual samples that a day without data asks for (recall, needs check). */
  SAMPLES_A_DAY,
  /** Comparison pairs that make a check of a waste-water monitor. */
  PAIRS,
  /**
   * Share of the detection limit that a value below it counts as in a sum (recall, needs check).
   */
  BELOW_DETECTION_PERCENT,
  /** Share of the minutes of a sample's time that must be valid to be compared with; own choice. */
  COVERED_PERCENT,
  /** Hours from which on a composite sample is held against the limit of a day; own choice. */
  DAY_HOURS;

  private record Row(Decimal number, RuleFile.Source source) {}

  private static final Map<SampleFigure, Row> ROWS = read();

  private static Map<SampleFigure, Row> read() {
    Map<SampleFigure, Row> rows = new EnumMap<>(SampleFigure.class);
    for (List<String> cells : RuleFile.read("samples")) {
      Row row = new Row(Decimal.of(cells.get(1)), RuleFile.source(cells));
      if (rows.put(valueOf(cells.get(0)), row) != null) {
        throw new IllegalStateException("regulation/samples.csv has a figure twice: " + cells);
      }
    }
    if (!rows.keySet().containsAll(Arrays.asList(values()))) {
      throw new IllegalStateException("regulation/samples.csv lacks a figure");
    }
    return rows;
  }

  /** The figure; of each there is one row. */
  public Decimal number() {
    return ROWS.get(this).number();
  }

  /** The same where it counts something. */
  public int count() {
    return number().number().intValueExact();
  }

  /** The same where it counts hours. */
  public Duration hours() {
    return Duration.ofHours(count());
  }

  /** Where it stands. */
  public RuleFile.Source source() {
    return ROWS.get(this).source();
  }
}
