package io.touchline.domain.alert;

import io.touchline.domain.Decimal;
import io.touchline.domain.RuleFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The dated rows of grading ({@code regulation/alert-grades.csv}). The highest grade of all rows
 * that hold is taken, then lowered once where a row says so; so a grade falls when its figures do.
 */
public final class GradeRules {

  /** What lowers instead of naming a grade. */
  public static final String LOWER = "LOWER";

  /** A grade and the rows that made it. */
  public record Graded(Grade grade, List<Reason> reasons) {}

  /** One row. */
  public record Row(
      Subject subject,
      Figures.Measure measure,
      Decimal from,
      String effect,
      RuleFile.Source source) {

    private boolean holds(Figures figures) {
      Decimal figure = figures.of(measure);
      return measure == Figures.Measure.ALWAYS || (figure != null && figure.compareTo(from) >= 0);
    }

    private boolean lowers() {
      return effect.equals(LOWER);
    }

    private Reason reason(Figures figures) {
      return new Reason(measure, figures.of(measure), from, effect, source.text());
    }
  }

  private static final List<Row> ROWS =
      RuleFile.read("alert-grades").stream()
          .map(
              cells ->
                  new Row(
                      Subject.valueOf(cells.get(0)),
                      Figures.Measure.valueOf(cells.get(1)),
                      cells.get(2).isEmpty() ? null : Decimal.of(cells.get(2)),
                      cells.get(3).equals(LOWER) ? LOWER : Grade.valueOf(cells.get(3)).name(),
                      RuleFile.source(cells)))
          .toList();

  private GradeRules() {}

  /** Every row that ships. */
  public static List<Row> rows() {
    return ROWS;
  }

  /** By the rows in force at that instant; a notice where none holds. */
  public static Graded at(Subject subject, Instant instant, Figures figures) {
    List<Row> holding =
        ROWS.stream()
            .filter(row -> row.subject() == subject && row.source().holdsAt(instant))
            .filter(row -> row.holds(figures))
            .toList();
    Grade highest = Grade.NOTICE;
    for (Row row : holding) {
      if (!row.lowers() && Grade.valueOf(row.effect()).isAtLeast(highest)) {
        highest = Grade.valueOf(row.effect());
      }
    }
    List<Reason> reasons = new ArrayList<>();
    boolean lowered = false;
    for (Row row : holding) {
      if (row.lowers() || row.effect().equals(highest.name())) {
        reasons.add(row.reason(figures));
        lowered |= row.lowers();
      }
    }
    return new Graded(lowered ? highest.lowered() : highest, List.copyOf(reasons));
  }
}
