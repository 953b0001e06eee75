package io.touchline.portal.chart;

import io.touchline.contract.BudgetRecord;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.ChinaTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A permitted amount as it is used up: the cumulative amount strong, the permitted one dashed, the
 * even pace as a thin diagonal, and a fan from the last day to where the slowest and the quickest
 * week would lead.
 *
 * @param used path of the cumulative amount; a day of which nothing is known is not joined
 * @param even path of the even pace
 * @param fan outline of what is to be expected, "" where the pace is not known
 * @param expected path at the mean pace, "" where it is not known
 * @param permittedAt height of the permitted amount
 * @param runsOut where the amount is used up at the mean pace, null where it lasts
 */
public record BudgetChart(
    String used,
    String even,
    String fan,
    String expected,
    String permittedAt,
    String runsOut,
    List<TimeChart.Tick> yTicks,
    List<TimeChart.Tick> xTicks) {

  public static final int WIDTH = 480;
  public static final int HEIGHT = 200;
  public static final int LEFT = 48;
  public static final int RIGHT = 472;
  public static final int TOP = 24;
  public static final int BOTTOM = 174;

  private static final int Y_TICKS = 4;
  private static final int X_TICKS = 6;
  private static final double LARGE = 1e9;
  private static final double HEADROOM = 1.08;

  /**
   * Draws a budget.
   *
   * @param days what was emitted day by day since its start, oldest first
   */
  public static BudgetChart of(BudgetRecord budget, List<TotalRecord> days) {
    LocalDate start = ChinaTime.date(budget.start());
    LocalDate past = budget.end().plusDays(1);
    double usedMg = budget.measuredMg() + (double) budget.substitutedMg();
    double most = Math.max((double) budget.permittedMg(), usedMg) * HEADROOM / LARGE;
    Scale x = new Scale(start.toEpochDay(), past.toEpochDay(), LEFT, RIGHT);
    Scale y = new Scale(0, most > 0 ? most : 1, BOTTOM, TOP);
    LocalDate now = budget.day().plusDays(1);
    String from = point(x, y, now, usedMg);
    boolean isKnown = budget.paceMg() != null && now.isBefore(past);
    return new BudgetChart(
        cumulative(days, x, y),
        "M" + point(x, y, start, 0) + "L" + point(x, y, past, (double) budget.permittedMg()),
        isKnown
            ? "M"
                + from
                + "L"
                + ahead(x, y, now, past, usedMg, budget.quickestMg())
                + "L"
                + ahead(x, y, now, past, usedMg, budget.slowestMg())
                + "Z"
            : "",
        isKnown ? "M" + from + "L" + ahead(x, y, now, past, usedMg, budget.paceMg()) : "",
        Scale.pixel(y.at(budget.permittedMg() / LARGE)),
        budget.expected() == null || budget.expected().isBefore(now)
            ? null
            : Scale.pixel(x.at((double) budget.expected().toEpochDay())),
        y.ticks(Y_TICKS).stream()
            .map(
                tick ->
                    new TimeChart.Tick(Scale.pixel(y.at(tick.doubleValue())), tick.toPlainString()))
            .toList(),
        dates(start, past, x));
  }

  private static String cumulative(List<TotalRecord> days, Scale x, Scale y) {
    StringBuilder path = new StringBuilder();
    double sum = 0;
    LocalDate before = null;
    for (TotalRecord day : days) {
      LocalDate date = ChinaTime.date(day.start());
      if (!date.equals(before)) {
        path.append('M').append(point(x, y, date, sum));
      }
      sum += day.massMg() + (double) day.substitutedMg();
      before = date.plusDays(1);
      path.append('L').append(point(x, y, before, sum));
    }
    return path.toString();
  }

  /** Where so much a day leads: to the end of the period, or to the top of the picture. */
  private static String ahead(
      Scale x, Scale y, LocalDate now, LocalDate past, double usedMg, long dailyMg) {
    double days = past.toEpochDay() - now.toEpochDay();
    double room = Math.max(0, y.high() * LARGE - usedMg);
    double reach = dailyMg > 0 ? Math.min(days, room / dailyMg) : days;
    return Scale.pixel(x.at(now.toEpochDay() + reach))
        + ' '
        + Scale.pixel(y.at((usedMg + reach * dailyMg) / LARGE));
  }

  private static String point(Scale x, Scale y, LocalDate day, double mg) {
    return Scale.pixel(x.at((double) day.toEpochDay())) + ' ' + Scale.pixel(y.at(mg / LARGE));
  }

  /** Months of a long period, every fifth day of a short one. */
  private static List<TimeChart.Tick> dates(LocalDate start, LocalDate past, Scale x) {
    long length = past.toEpochDay() - start.toEpochDay();
    boolean isLong = length > X_TICKS * 11L;
    long step = isLong ? Math.max(1, length / (X_TICKS * 30L)) : 5;
    List<TimeChart.Tick> ticks = new ArrayList<>();
    LocalDate first = isLong && start.getDayOfMonth() > 1 ? nextMonth(start) : start;
    for (LocalDate at = first; at.isBefore(past); ) {
      ticks.add(
          new TimeChart.Tick(
              Scale.pixel(x.at((double) at.toEpochDay())),
              String.format(Locale.ROOT, "%02d-%02d", at.getMonthValue(), at.getDayOfMonth())));
      at = isLong ? at.plusMonths(step) : at.plusDays(step);
    }
    return ticks;
  }

  private static LocalDate nextMonth(LocalDate day) {
    return day.withDayOfMonth(1).plusMonths(1);
  }
}
