package io.touchline.domain.alert;

import io.touchline.domain.RuleFile;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How long somebody has to answer an alert ({@code regulation/alert-clocks.csv}).
 *
 * @param name FEEDBACK, FAULT_REPORT
 */
public record DueClock(
    String name,
    Set<Subject> subjects,
    Grade from,
    Discharger discharger,
    Duration within,
    RuleFile.Source source) {

  /** Whose clock it is. */
  public enum Discharger {
    /** On the annual list (重点排污单位). */
    KEY,
    ORDINARY,
    ANY
  }

  /** What happens while nobody answers. */
  public enum Step {
    /** A quarter before it is due the owner is reminded. */
    REMINDER,
    /** When it is due the officer's supervisor is told. */
    DUE,
    /** A whole term later the city is. */
    OVERDUE
  }

  private static final List<DueClock> ROWS =
      RuleFile.read("alert-clocks").stream()
          .map(
              cells ->
                  new DueClock(
                      cells.get(0),
                      subjects(cells.get(1)),
                      Grade.valueOf(cells.get(2)),
                      Discharger.valueOf(cells.get(3)),
                      Duration.ofMinutes(Long.parseLong(cells.get(4))),
                      RuleFile.source(cells)))
          .toList();

  private static Set<Subject> subjects(String cell) {
    Set<Subject> subjects = EnumSet.noneOf(Subject.class);
    for (String name : cell.split(" ", -1)) {
      subjects.add(Subject.valueOf(name));
    }
    return subjects;
  }

  /** The first row in force that speaks of such an alert. */
  public static Optional<DueClock> of(
      Subject subject, Grade grade, boolean keyDischarger, Instant opened) {
    Discharger whose = keyDischarger ? Discharger.KEY : Discharger.ORDINARY;
    return ROWS.stream()
        .filter(row -> row.subjects.contains(subject) && grade.isAtLeast(row.from))
        .filter(row -> row.discharger == Discharger.ANY || row.discharger == whose)
        .filter(row -> row.source.holdsAt(opened))
        .findFirst();
  }

  /** When that step is taken of an alert that was told at this instant. */
  public Instant at(Step step, Instant told) {
    return switch (step) {
      case REMINDER -> told.plus(within.multipliedBy(3).dividedBy(4));
      case DUE -> told.plus(within);
      case OVERDUE -> told.plus(within.multipliedBy(2));
    };
  }
}
