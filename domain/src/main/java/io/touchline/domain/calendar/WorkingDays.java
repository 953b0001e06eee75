package io.touchline.domain.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The calendar of working days (工作日历) in China, and terms counted in it.
 *
 * <p>A day is known when the notice of its year is among the rows; from 22 December on the notice
 * of the next year must be too, since it may move days around New Year (that of 2019 made 29
 * December 2018 a workday). Which day that begins with is our own choice.
 */
public final class WorkingDays {

  private static final int NEW_YEAR_BEGINS = 22;
  private static final WorkingDays STANDARD = new WorkingDays(HolidayRow.rows());

  private final Map<LocalDate, HolidayRow> exceptions = new HashMap<>();
  private final Set<Integer> years;

  /** The calendar that these rows make; rows that need a check are left out. */
  public WorkingDays(List<HolidayRow> rows) {
    List<HolidayRow> seen = rows.stream().filter(row -> row.source().verified()).toList();
    years = seen.stream().map(HolidayRow::year).collect(Collectors.toUnmodifiableSet());
    for (HolidayRow row : seen) {
      row.from().datesUntil(row.to().plusDays(1)).forEach(day -> exceptions.put(day, row));
    }
  }

  /** By the rows that ship. */
  public static WorkingDays standard() {
    return STANDARD;
  }

  /** What a day is. */
  public Day day(LocalDate date) {
    int missing = missingNotice(date);
    if (missing != 0) {
      return new Day(
          date,
          Day.Kind.NOT_KNOWN,
          "the notice of the State Council on the holidays of "
              + missing
              + " is not among the rows: add it to regulation/holidays.csv");
    }
    HolidayRow row = exceptions.get(date);
    if (row != null) {
      return new Day(
          date,
          row.kind() == HolidayRow.Kind.REST ? Day.Kind.HOLIDAY : Day.Kind.MADE_UP,
          row.name() + ", " + row.source().text());
    }
    boolean weekend =
        date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    return new Day(date, weekend ? Day.Kind.WEEKEND : Day.Kind.WORKING, "");
  }

  /** The year whose notice is missing to know the day, 0 where none is. */
  private int missingNotice(LocalDate date) {
    if (!years.contains(date.getYear())) {
      return date.getYear();
    }
    boolean newYear = date.getMonth() == Month.DECEMBER && date.getDayOfMonth() >= NEW_YEAR_BEGINS;
    return newYear && !years.contains(date.getYear() + 1) ? date.getYear() + 1 : 0;
  }

  /** When a term that starts from a day ends. */
  public Deadline end(LocalDate start, Term term) {
    return term.unit() == Term.Unit.WORKING_DAYS ? working(start, term) : natural(start, term);
  }

  private Deadline working(LocalDate start, Term term) {
    List<Day> told = new ArrayList<>();
    LocalDate date = term.begin() == Term.Begin.DAY_AFTER ? start.plusDays(1) : start;
    int left = term.amount();
    while (true) {
      Day day = day(date);
      if (!day.isKnown()) {
        return new Deadline.NotKnown(start, term, date, day.reason());
      }
      if (!day.reason().isEmpty()) {
        told.add(day);
      }
      left -= day.isWorking() ? 1 : 0;
      if (left <= 0 && day.isWorking()) {
        return new Deadline.Known(start, term, date, List.copyOf(told));
      }
      date = date.plusDays(1);
    }
  }

  private Deadline natural(LocalDate start, Term term) {
    LocalDate end =
        term.unit() == Term.Unit.MONTHS
            ? start.plusMonths(term.amount())
            : start.plusDays(term.amount());
    LocalDate last = term.begin() == Term.Begin.DAY_AFTER ? end : end.minusDays(1);
    List<Day> told = new ArrayList<>();
    while (term.lastDay() == Term.LastDay.NEXT_WORKING) {
      Day day = day(last);
      if (!day.isKnown()) {
        return new Deadline.NotKnown(start, term, last, day.reason());
      }
      if (day.isWorking()) {
        break;
      }
      told.add(day);
      last = last.plusDays(1);
    }
    return new Deadline.Known(start, term, last, List.copyOf(told));
  }
}
