package io.touchline.domain.cases;

import io.touchline.domain.RuleFile;
import io.touchline.domain.calendar.Term;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A duty with its time as the law of a time has it ({@code regulation/duties.csv}). How days are
 * counted is in the row: Order 30 does not say, so the rule of procedure stands in (Order 8 of 2010
 * art. 79: the day it starts from does not count, a holiday at the end moves it).
 *
 * @param amount how many; of a date in the year month × 100 + day; null where there is no number
 */
public record DutyRow(
    Duty duty,
    Part part,
    Integer amount,
    Unit unit,
    Term.Begin begin,
    Term.LastDay lastDay,
    RuleFile.Source source)
    implements LawRow {

  private static final List<DutyRow> ROWS =
      RuleFile.read("duties").stream()
          .map(
              cells ->
                  new DutyRow(
                      Duty.valueOf(cells.get(0)),
                      Part.valueOf(cells.get(1)),
                      cells.get(2).isEmpty() ? null : Integer.valueOf(cells.get(2)),
                      Unit.valueOf(cells.get(3)),
                      Term.Begin.valueOf(cells.get(4)),
                      Term.LastDay.valueOf(cells.get(5)),
                      RuleFile.source(cells)))
          .toList();

  /** Which part of the time. */
  public enum Part {
    BASE,
    /** What may be added once. */
    EXTENSION
  }

  /** What kind of time. */
  public enum Unit {
    WORKING_DAYS,
    DAYS,
    MONTHS,
    /** By a date of each year. */
    BY_DATE,
    BEFORE_DECISION,
    /** What a document must contain. */
    CONTENT,
    ONGOING,
    OPEN_ENDED,
    THAT_DAY,
    BY_ITSELF,
    /** Owed, without a term. */
    NO_TERM
  }

  /** Every row that ships. */
  public static List<DutyRow> rows() {
    return ROWS;
  }

  /** The row in force on that day in China. */
  public static Optional<DutyRow> at(Duty duty, Part part, Instant instant) {
    return ROWS.stream()
        .filter(row -> row.duty() == duty && row.part() == part && row.source().holdsAt(instant))
        .findFirst();
  }

  /** Its term, null where it is none that can be counted. */
  public Term term() {
    Term.Unit counted =
        switch (unit) {
          case WORKING_DAYS -> Term.Unit.WORKING_DAYS;
          case DAYS -> Term.Unit.DAYS;
          case MONTHS -> Term.Unit.MONTHS;
          default -> null;
        };
    return counted == null ? null : new Term(amount, counted, begin, lastDay);
  }

  @Override
  public String subject() {
    return part == Part.BASE ? duty.name() : duty.name() + "+";
  }
}
