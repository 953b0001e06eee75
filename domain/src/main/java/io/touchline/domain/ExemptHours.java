package io.touchline.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Hours in which a furnace's exceedance of a day mean is not yet established ({@code
 * regulation/exemptions.csv}): of a calendar year 60 marked as start-up, shut-down, fault or
 * accident, and 700 as drying-out or cool-down (MEE order 10). A day with such time is excused
 * until the year's hours of that kind, this day's included, have passed the cap: strictly more. A
 * day without any is judged like every other.
 */
public final class ExemptHours {

  private static final List<Row> ROWS = RuleFile.read("exemptions").stream().map(Row::of).toList();
  private static final BigDecimal MINUTES_AN_HOUR = BigDecimal.valueOf(60);

  /** One row. */
  public record Row(
      String regime, String name, Set<OperatingState> states, long hours, RuleFile.Source source) {

    private static Row of(List<String> cells) {
      return new Row(
          cells.get(0),
          cells.get(1),
          Arrays.stream(cells.get(2).split(" "))
              .map(OperatingState::valueOf)
              .collect(Collectors.toCollection(() -> EnumSet.noneOf(OperatingState.class))),
          Long.parseLong(cells.get(3)),
          RuleFile.source(cells));
    }

    private boolean isPassedBy(Duration marked) {
      return marked.compareTo(Duration.ofHours(hours)) > 0;
    }
  }

  /**
   * One counter on a day.
   *
   * @param before marked time of the year up to the day
   * @param during marked time of the day
   */
  public record Counter(Row row, int year, Duration before, Duration during) {

    public Duration total() {
      return before.plus(during);
    }

    public boolean isPassed() {
      return row.isPassedBy(total());
    }

    /** {@code Y60 2026: 58.0 h + 3.5 h = 61.5 h of 60 h, passed}. */
    public String text() {
      return String.format(
          "%s %d: %s h + %s h = %s h of %d h, %s",
          row.name(),
          year,
          hours(before),
          hours(during),
          hours(total()),
          row.hours(),
          isPassed() ? "passed" : "not passed");
    }

    private static BigDecimal hours(Duration time) {
      return BigDecimal.valueOf(time.toMinutes())
          .divide(MINUTES_AN_HOUR, 1, RoundingMode.HALF_EVEN);
    }
  }

  private ExemptHours() {}

  /** Every row that ships. */
  public static List<Row> rows() {
    return ROWS;
  }

  /** The names of the regimes. */
  public static Set<String> regimes() {
    return ROWS.stream().map(Row::regime).collect(Collectors.toSet());
  }

  /** The first instant of the year after that of an instant, in China time. */
  public static Instant endOfYear(Instant at) {
    LocalDate newYear = LocalDate.of(ChinaTime.date(at).getYear() + 1, 1, 1);
    return ChinaTime.instant(newYear.atStartOfDay());
  }

  /** The counters of a regime on a day, of the marks that stand. */
  public static List<Counter> on(Instant day, String regime, String factor, Marks marks) {
    OffsetDateTime civil = day.atOffset(ChinaTime.OFFSET);
    Instant newYear = civil.withDayOfYear(1).toInstant();
    Instant end = AveragingPeriod.DAY.endOf(day);
    List<Counter> counters = new ArrayList<>();
    for (Row row : ROWS) {
      if (row.regime().equals(regime) && row.source().holdsAt(day)) {
        counters.add(
            new Counter(
                row,
                civil.getYear(),
                marks.timeIn(row.states(), factor, newYear, day),
                marks.timeIn(row.states(), factor, day, end)));
      }
    }
    return counters;
  }

  /**
   * What becomes of a day mean that exceeds.
   *
   * @param judgement by the mean alone
   * @return the same where it does not exceed or no marked time lies in the day; else established
   *     or not judged, with the arithmetic
   */
  public static Judgement applied(Judgement judgement, List<Counter> counters) {
    List<Counter> touched =
        counters.stream().filter(counter -> !counter.during().isZero()).toList();
    if (judgement.verdict() != Judgement.Verdict.EXCEEDS || touched.isEmpty()) {
      return judgement;
    }
    String arithmetic = touched.stream().map(Counter::text).collect(Collectors.joining("; "));
    boolean established = touched.stream().anyMatch(Counter::isPassed);
    return new Judgement(
        judgement.limit(),
        established ? Judgement.Verdict.EXCEEDS : Judgement.Verdict.NOT_JUDGED,
        judgement.judged(),
        judgement.multiple(),
        established
            ? arithmetic
            : "day mean " + judgement.judged() + " exceeds within exempt hours: " + arithmetic);
  }
}
