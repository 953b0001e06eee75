package io.touchline.domain;

import java.time.Instant;
import java.util.List;

/**
 * One dated count that a rule turns on ({@code regulation/numbers.csv}).
 *
 * @param number the count
 */
public record RuleNumber(Name name, long number, RuleFile.Source source) {

  private static final List<RuleNumber> ROWS =
      RuleFile.read("numbers").stream()
          .map(
              cells ->
                  new RuleNumber(
                      Name.valueOf(cells.get(0)),
                      Long.parseLong(cells.get(1)),
                      RuleFile.source(cells)))
          .toList();

  /** What is counted. */
  public enum Name {
    /** Five-minute means of a furnace that a day may have below the limit (recall, needs check). */
    FURNACE_MEANS_BELOW,
    /** Days looked back over when the days with an exceedance are counted. */
    EXCEEDING_DAYS_WITHIN,
    /** Minutes without a frame of data after which a station is silent. */
    SILENT_MINUTES,
    /** Minutes of data without a channel that was there, after which it is silent. */
    CHANNEL_SILENT_MINUTES,
    /** Outlets from which on they fall silent as a region. */
    REGION_OUTLETS,
    /** Minutes within which the outlets of a region fall silent together. */
    REGION_SPREAD_MINUTES
  }

  /** Every row that ships. */
  public static List<RuleNumber> rows() {
    return ROWS;
  }

  /** By the first row: of what is no matter of law. */
  public static long of(Name name) {
    return ROWS.stream().filter(row -> row.name() == name).findFirst().orElseThrow().number();
  }

  /** By the row in force on that day in China; before every row by the first. */
  public static long at(Name name, Instant instant) {
    List<RuleNumber> rows = ROWS.stream().filter(row -> row.name() == name).toList();
    return rows.stream()
        .filter(row -> row.source().holdsAt(instant))
        .findFirst()
        .orElse(rows.get(0))
        .number();
  }
}
