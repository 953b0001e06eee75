package io.touchline.portal.chart;

import io.touchline.contract.TotalRecord;
import io.touchline.domain.ChinaTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What was emitted month by month of one year: measured as a bar, what stands in for invalid hours
 * on top of it. A month of which nothing is known has no bar.
 *
 * @param bars oldest first
 * @param yTicks in tonnes, or gigawatt-hours of energy
 */
public record MonthBars(List<Bar> bars, List<TimeChart.Tick> yTicks) {

  public static final int WIDTH = 480;
  public static final int HEIGHT = 132;
  public static final int LEFT = 44;
  public static final int RIGHT = 476;
  public static final int TOP = 8;
  public static final int BOTTOM = 108;

  private static final int MONTHS = 12;
  private static final int Y_TICKS = 3;
  private static final double GAP = 8;
  private static final double LARGE = 1e9;

  /** One month: the top and height of each part as SVG attributes. */
  public record Bar(
      TotalRecord month,
      String x,
      String width,
      String top,
      String height,
      String substitutedTop,
      String substitutedHeight) {}

  /**
   * Draws the months of one year.
   *
   * @param months sums of one factor
   */
  public static MonthBars of(List<TotalRecord> months) {
    double most =
        months.stream().mapToDouble(m -> m.massMg() + (double) m.substitutedMg()).max().orElse(0);
    Scale y = new Scale(0, most > 0 ? most / LARGE : 1, BOTTOM, TOP);
    double slot = (double) (RIGHT - LEFT) / MONTHS;
    List<Bar> bars = new ArrayList<>();
    for (TotalRecord month : months) {
      double x = LEFT + (number(month) - 1) * slot + GAP / 2;
      double measured = y.at(month.massMg() / LARGE);
      double top = y.at((month.massMg() + (double) month.substitutedMg()) / LARGE);
      bars.add(
          new Bar(
              month,
              Scale.pixel(x),
              Scale.pixel(slot - GAP),
              Scale.pixel(measured),
              Scale.pixel(BOTTOM - measured),
              Scale.pixel(top),
              Scale.pixel(measured - top)));
    }
    return new MonthBars(
        bars,
        y.ticks(Y_TICKS).stream()
            .map(
                tick ->
                    new TimeChart.Tick(Scale.pixel(y.at(tick.doubleValue())), tick.toPlainString()))
            .toList());
  }

  /** Middle of a month's place. */
  public static String middle(int month) {
    return Scale.pixel(LEFT + (month - 0.5) * (RIGHT - LEFT) / MONTHS);
  }

  private static int number(TotalRecord month) {
    return ChinaTime.date(month.start()).getMonthValue();
  }
}
