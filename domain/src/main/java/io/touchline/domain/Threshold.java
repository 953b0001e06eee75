package io.touchline.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One dated share in percent that a rule turns on ({@code regulation/thresholds.csv}).
 *
 * @param percent the share
 */
public record Threshold(Name name, Decimal percent, RuleFile.Source source) {

  private static final List<Threshold> ROWS =
      RuleFile.read("thresholds").stream()
          .map(
              cells ->
                  new Threshold(
                      Name.valueOf(cells.get(0)), Decimal.of(cells.get(1)), RuleFile.source(cells)))
          .toList();

  /** What the share is of. */
  public enum Name {
    /** Capture rate from which the milder substitution holds (secondary source, needs check). */
    CAPTURE_HIGH,
    /** Capture rate that a quarter must reach (secondary source, needs check). */
    CAPTURE_REQUIRED,
    /** Missing share above which automatic data cannot be used (seen in a repost, needs check). */
    MISSING_LIMIT,
    /** Waste water: valid share of the slots with discharge (recall, needs check). */
    WATER_VALID_SHARE,
    /** Share of a month's valid hours that must lie within an ultra-low limit. */
    MONTH_SHARE_WITHIN,
    /** How far a logger's hour may lie from the mean of its minutes; own choice. */
    SELF_HOUR_MINUTES,
    /** How far a logger's day may lie from the mean of its hours; own choice. */
    SELF_DAY_HOURS,
    /** How far a logger's mass may lie from its concentration times its flow; own choice. */
    SELF_MASS_FLOW,
    /** How far a logger's converted value may lie from its oxygen's (third party, needs check). */
    SELF_CONVERTED_OXYGEN
  }

  /** Every row that ships. */
  public static List<Threshold> rows() {
    return ROWS;
  }

  /** The row in force on that day in China. */
  public static Optional<Threshold> at(Name name, Instant instant) {
    return ROWS.stream()
        .filter(row -> row.name() == name && row.source().holdsAt(instant))
        .findFirst();
  }
}
