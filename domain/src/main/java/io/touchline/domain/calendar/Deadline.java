package io.touchline.domain.calendar;

import io.touchline.domain.ChinaTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** When a term ends: a day with the days that were counted, or why nobody can say it yet. */
public sealed interface Deadline permits Deadline.Known, Deadline.NotKnown {

  /** For people: each day that mattered, with its reason. */
  String text();

  /**
   * The last day on which one is in time.
   *
   * @param start the day the term starts from
   * @param counted the days looked at that were not plain working or plain counted days
   */
  record Known(LocalDate start, Term term, LocalDate last, List<Day> counted) implements Deadline {

    /** The first instant that is too late, in China time. */
    public Instant end() {
      return ChinaTime.instant(last.plusDays(1).atStartOfDay());
    }

    /** Whether something done on that day is in time. */
    public boolean isMetOn(LocalDate day) {
      return !day.isAfter(last);
    }

    @Override
    public String text() {
      String counting =
          term.begin() == Term.Begin.DAY_AFTER ? "the day after first" : "that day first";
      String head = term.text() + " from " + start + " (" + counting + "): until " + last;
      return counted.isEmpty()
          ? head
          : head + "; " + counted.stream().map(Known::say).collect(Collectors.joining("; "));
    }

    private static String say(Day day) {
      String what =
          switch (day.kind()) {
            case MADE_UP -> "works";
            case HOLIDAY, WEEKEND -> "rests";
            case WORKING, NOT_KNOWN -> "counts";
          };
      return day.date() + " " + what + (day.reason().isEmpty() ? "" : " (" + day.reason() + ")");
    }
  }

  /**
   * Some day on the way is not known.
   *
   * @param first the first such day
   * @param reason what is missing and what to do
   */
  record NotKnown(LocalDate start, Term term, LocalDate first, String reason) implements Deadline {

    @Override
    public String text() {
      return term.text() + " from " + start + ": not known, " + reason;
    }
  }
}
