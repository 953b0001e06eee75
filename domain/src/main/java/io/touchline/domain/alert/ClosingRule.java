package io.touchline.domain.alert;

import io.touchline.domain.RuleFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When an alert closes by itself, and until when it is the same that comes back ({@code
 * regulation/alert-closing.csv}).
 *
 * @param compliantPeriods how many in a row end it; 0 where time does
 * @param quiet how long after its end, where time does
 * @param reopens how long after its end another occurrence opens it again, instead of a new one
 */
public record ClosingRule(
    Subject subject,
    int compliantPeriods,
    Duration quiet,
    Duration reopens,
    RuleFile.Source source) {

  private static final List<ClosingRule> ROWS =
      RuleFile.read("alert-closing").stream()
          .map(
              cells ->
                  new ClosingRule(
                      Subject.valueOf(cells.get(0)),
                      cells.get(1).isEmpty() ? 0 : Integer.parseInt(cells.get(1)),
                      hours(cells.get(2)),
                      hours(cells.get(3)),
                      RuleFile.source(cells)))
          .toList();

  private static Duration hours(String cell) {
    return cell.isEmpty() ? Duration.ZERO : Duration.ofHours(Long.parseLong(cell));
  }

  /** By the row in force; before every row by the first. */
  public static ClosingRule at(Subject subject, Instant instant) {
    List<ClosingRule> rows = ROWS.stream().filter(row -> row.subject == subject).toList();
    return rows.stream()
        .filter(row -> row.source.holdsAt(instant))
        .findFirst()
        .orElseGet(() -> rows.get(0));
  }

  /**
   * How long after its end it is over whatever comes: where periods are counted, from when on
   * another occurrence would be another alert.
   */
  public Duration endsBy() {
    return compliantPeriods > 0 ? reopens : quiet;
  }

  /**
   * Whether an occurrence belongs to an alert that spans these instants, whichever of them comes
   * first.
   */
  public boolean joins(Instant first, Instant last, Instant from) {
    return !from.isBefore(first.minus(reopens)) && !from.isAfter(last.plus(reopens));
  }
}
