package io.touchline.domain.calendar;

import io.touchline.domain.RuleFile;
import java.time.LocalDate;
import java.util.List;

/**
 * Days that a notice takes out of the rhythm of the week ({@code regulation/holidays.csv}).
 *
 * @param year the year that the notice is for; it may speak of the last days of the year before
 * @param from first day
 * @param to last day
 * @param name of the holiday that the days belong to
 */
public record HolidayRow(
    int year, LocalDate from, LocalDate to, Kind kind, String name, RuleFile.Source source) {

  /** What the days become. */
  public enum Kind {
    /** 放假. */
    REST,
    /** 调休上班, a Saturday or Sunday on which work is made up. */
    WORK
  }

  private static final List<HolidayRow> ROWS =
      RuleFile.read("holidays").stream()
          .map(
              cells ->
                  new HolidayRow(
                      Integer.parseInt(cells.get(0)),
                      LocalDate.parse(cells.get(1)),
                      LocalDate.parse(cells.get(2)),
                      Kind.valueOf(cells.get(3)),
                      cells.get(4),
                      RuleFile.source(cells)))
          .toList();

  /** Every row that ships. */
  public static List<HolidayRow> rows() {
    return ROWS;
  }
}
