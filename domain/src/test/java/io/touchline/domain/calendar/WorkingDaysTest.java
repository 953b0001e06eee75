package io.touchline.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.RuleFile;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {

  private final WorkingDays calendar = WorkingDays.standard();

  @ParameterizedTest
  @CsvSource({
    "2026-01-01, HOLIDAY",
    "2026-01-02, HOLIDAY",
    "2026-01-04, MADE_UP",
    "2026-01-05, WORKING",
    "2026-02-14, MADE_UP",
    "2026-02-15, HOLIDAY",
    "2026-02-23, HOLIDAY",
    "2026-02-24, WORKING",
    "2026-02-28, MADE_UP",
    "2026-05-09, MADE_UP",
    "2026-09-20, MADE_UP",
    "2026-10-08, WORKING",
    "2026-10-10, MADE_UP",
    "2026-10-11, WEEKEND",
    "2024-02-09, WORKING",
    "2024-02-18, MADE_UP",
    "2022-12-31, HOLIDAY",
    "2025-12-31, WORKING",
    "2026-12-21, WORKING",
    "2026-12-22, NOT_KNOWN",
    "2027-01-02, NOT_KNOWN",
    "2021-12-31, NOT_KNOWN"
  })
  void dayIsWhatTheNoticesAndTheWeekSay(LocalDate date, Day.Kind kind) {
    assertThat(calendar.day(date).kind()).isEqualTo(kind);
  }

  /** The law gives 11 days of rest a year, since 2025 it gives 13; all else is moved about. */
  @ParameterizedTest
  @CsvSource({"2022, 11", "2023, 11", "2024, 11", "2025, 13", "2026, 13"})
  void daysOfRestInTheWeekLessDaysMadeUpAreTheHolidaysOfTheLaw(int year, int holidays) {
    List<Day> days =
        LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year, 12, 22)).map(calendar::day).toList();

    long rest =
        days.stream()
            .filter(day -> day.kind() == Day.Kind.HOLIDAY && !isWeekend(day.date()))
            .count();
    List<Day> madeUp = days.stream().filter(day -> day.kind() == Day.Kind.MADE_UP).toList();

    assertThat(madeUp).allMatch(day -> isWeekend(day.date()));
    assertThat(rest - madeUp.size()).isEqualTo(holidays);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02, 7, 2026-03-11",
    "2026-09-28, 7, 2026-10-13",
    "2026-02-13, 1, 2026-02-14",
    "2026-02-13, 2, 2026-02-24",
    "2026-04-03, 5, 2026-04-13",
    "2026-04-30, 15, 2026-05-25",
    "2026-03-07, 1, 2026-03-09"
  })
  void workingDaysAreCountedFromTheDayAfter(LocalDate start, int amount, LocalDate last) {
    assertThat(calendar.end(start, Term.of(amount, Term.Unit.WORKING_DAYS)))
        .isInstanceOfSatisfying(
            Deadline.Known.class, known -> assertThat(known.last()).isEqualTo(last));
  }

  @ParameterizedTest
  @CsvSource({
    "30, DAYS, DAY_AFTER, KEEP, 2026-09-05, 2026-10-05",
    "30, DAYS, DAY_AFTER, NEXT_WORKING, 2026-09-05, 2026-10-08",
    "30, DAYS, SAME_DAY, KEEP, 2026-09-05, 2026-10-04",
    "3, MONTHS, DAY_AFTER, KEEP, 2026-01-31, 2026-04-30",
    "3, MONTHS, DAY_AFTER, NEXT_WORKING, 2026-02-02, 2026-05-06",
    "3, MONTHS, SAME_DAY, KEEP, 2026-03-01, 2026-05-31",
    "1, WORKING_DAYS, SAME_DAY, KEEP, 2026-03-02, 2026-03-02",
    "1, WORKING_DAYS, SAME_DAY, KEEP, 2026-03-01, 2026-03-02"
  })
  void termsAreCountedAsTheySay(
      int amount,
      Term.Unit unit,
      Term.Begin begin,
      Term.LastDay lastDay,
      LocalDate start,
      LocalDate last) {
    assertThat(calendar.end(start, new Term(amount, unit, begin, lastDay)))
        .isInstanceOfSatisfying(
            Deadline.Known.class, known -> assertThat(known.last()).isEqualTo(last));
  }

  @Test
  void deadlineTellsTheDaysThatMoved() {
    Deadline deadline = calendar.end(LocalDate.of(2026, 9, 30), Term.of(3, Term.Unit.WORKING_DAYS));

    assertThat(deadline.text())
        .startsWith("3 working days from 2026-09-30 (the day after first): until 2026-10-10")
        .contains("2026-10-01 rests (国庆节, 国办发明电〔2025〕7号 七)")
        .contains("2026-10-10 works (国庆节, 国办发明电〔2025〕7号 七)");
  }

  @Test
  void lastDayLastsToMidnightInChina() {
    Deadline.Known known =
        (Deadline.Known) calendar.end(LocalDate.of(2026, 3, 2), Term.of(1, Term.Unit.WORKING_DAYS));

    assertThat(known.end()).isEqualTo(ChinaTime.parse("2026-03-04T00:00:00+08:00"));
    assertThat(known.isMetOn(LocalDate.of(2026, 3, 3))).isTrue();
    assertThat(known.isMetOn(LocalDate.of(2026, 3, 4))).isFalse();
  }

  @Test
  void termThatRunsIntoAYearWithoutNoticeHasNoEndAndSaysWhatIsMissing() {
    Deadline deadline =
        calendar.end(LocalDate.of(2026, 12, 14), Term.of(7, Term.Unit.WORKING_DAYS));

    assertThat(deadline)
        .isInstanceOfSatisfying(
            Deadline.NotKnown.class,
            unknown -> assertThat(unknown.first()).isEqualTo(LocalDate.of(2026, 12, 22)));
    assertThat(deadline.text())
        .contains("holidays of 2027")
        .contains("add it to regulation/holidays.csv");
  }

  @Test
  void naturalDaysNeedNoNoticeWhereTheLastDayStays() {
    Term kept = new Term(30, Term.Unit.DAYS, Term.Begin.DAY_AFTER, Term.LastDay.KEEP);

    assertThat(calendar.end(LocalDate.of(2027, 3, 1), kept)).isInstanceOf(Deadline.Known.class);
    assertThat(calendar.end(LocalDate.of(2027, 3, 1), Term.of(30, Term.Unit.DAYS)))
        .isInstanceOf(Deadline.NotKnown.class);
  }

  @Test
  void noticeThatNeedsACheckMakesNoYearKnown() {
    RuleFile.Source recall =
        new RuleFile.Source("recall", "1", LocalDate.of(2026, 11, 1), null, false);
    WorkingDays recalled =
        new WorkingDays(
            List.of(
                new HolidayRow(
                    2027,
                    LocalDate.of(2027, 1, 1),
                    LocalDate.of(2027, 1, 3),
                    HolidayRow.Kind.REST,
                    "元旦",
                    recall)));

    assertThat(recalled.day(LocalDate.of(2027, 3, 1)).isKnown()).isFalse();
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 40);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void endOfATermIsAWorkingDayWithThatManyWorkingDaysBeforeIt(long seed) {
    Random random = new Random(seed);
    LocalDate start = LocalDate.of(2022, 1, 1).plusDays(random.nextInt(1750));
    int amount = 1 + random.nextInt(20);

    Deadline.Known known =
        (Deadline.Known) calendar.end(start, Term.of(amount, Term.Unit.WORKING_DAYS));

    assertThat(calendar.day(known.last()).isWorking()).isTrue();
    assertThat(
            start
                .plusDays(1)
                .datesUntil(known.last().plusDays(1))
                .filter(day -> calendar.day(day).isWorking()))
        .hasSize(amount);
  }

  @ParameterizedTest
  @ValueSource(ints = {2022, 2023, 2024, 2025, 2026})
  void everyMadeUpDayIsASaturdayOrSundayAndNoDayIsBoth(int year) {
    List<LocalDate> days =
        HolidayRow.rows().stream()
            .filter(row -> row.year() == year)
            .flatMap(row -> row.from().datesUntil(row.to().plusDays(1)))
            .toList();

    assertThat(days).isNotEmpty().doesNotHaveDuplicates();
  }

  private static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
