package io.touchline.domain.missing;

import io.touchline.domain.Decimal;
import io.touchline.domain.RuleFile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One dated row of the substitution tables ({@code regulation/substitution.csv}; HJ 75-2017 tables
 * 5 and 6 as software implements them, needs check).
 *
 * @param factors pollutant codes whose mass it fills: particulate, SO2, NOx
 * @param captureFrom capture rate in percent from which it holds, null where from the bottom
 * @param captureBelow capture rate below which it holds, null where up to the top
 * @param runFrom shortest invalid stretch in hours
 * @param runTo longest, null where open
 * @param lookback how many measured hours to look back over, null where the table gives no value
 */
public record SubstitutionRow(
    Table table,
    Set<String> factors,
    Decimal captureFrom,
    Decimal captureBelow,
    int runFrom,
    Integer runTo,
    Integer lookback,
    Before before,
    RuleFile.Source source) {

  private static final List<SubstitutionRow> ROWS =
      RuleFile.read("substitution").stream().map(SubstitutionRow::of).toList();

  /** Which table, by the cause of the loss. */
  public enum Table {
    /** Out of control, overdue calibration. */
    TABLE_5,
    /** Maintenance and any other. */
    TABLE_6
  }

  /** What the hours looked back to lie before. */
  public enum Before {
    LAST_CALIBRATION,
    /** The start of the invalid stretch. */
    FAILURE
  }

  /** Every row that ships. */
  public static List<SubstitutionRow> rows() {
    return ROWS;
  }

  /** The row that holds for such an hour. */
  static Optional<SubstitutionRow> of(
      String factor, HourState state, Instant at, CaptureRate capture, int run) {
    return ROWS.stream()
        .filter(row -> row.table() == state.table() && row.factors().contains(factor))
        .filter(row -> row.source().holdsAt(at) && row.spans(run) && row.takes(capture))
        .findFirst();
  }

  /** Every factor that some row, of any date, fills the mass of. */
  public static SortedSet<String> filled() {
    SortedSet<String> filled = new TreeSet<>();
    ROWS.forEach(row -> filled.addAll(row.factors()));
    return filled;
  }

  /** Whether any row, of any date, fills the mass of that factor. */
  static boolean fills(String factor) {
    return ROWS.stream().anyMatch(row -> row.factors().contains(factor));
  }

  private boolean spans(int run) {
    return run >= runFrom && (runTo == null || run <= runTo);
  }

  private boolean takes(CaptureRate capture) {
    return (captureFrom == null || capture.isAtLeast(captureFrom))
        && (captureBelow == null || !capture.isAtLeast(captureBelow));
  }

  private static SubstitutionRow of(List<String> cells) {
    return new SubstitutionRow(
        Table.valueOf(cells.get(0)),
        Set.of(cells.get(1).split(" ", -1)),
        Decimal.parse(cells.get(2)),
        Decimal.parse(cells.get(3)),
        Integer.parseInt(cells.get(4)),
        number(cells.get(5)),
        number(cells.get(6)),
        Before.valueOf(cells.get(7)),
        RuleFile.source(cells));
  }

  private static Integer number(String cell) {
    return cell.isEmpty() ? null : Integer.valueOf(cell);
  }
}
