package io.touchline.portal.chart;

import io.touchline.domain.Judgement.Verdict;
import io.touchline.portal.read.PeriodMean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The last 24 periods of one factor at a glance, with its limit.
 *
 * @param line path of the judged values
 * @param limits one path per bound of the limit
 * @param over where it exceeds
 * @param last the newest value, null where the newest period has none
 */
public record Sparkline(String line, List<String> limits, List<Point> over, Point last) {

  public static final int WIDTH = 132;
  public static final int HEIGHT = 26;

  private static final int PERIODS = 24;
  private static final double MARGIN = 3;

  /** A place in the picture, as SVG attributes. */
  public record Point(String x, String y) {}

  /**
   * Draws up to 24 periods.
   *
   * @param series of one factor and period, oldest first, not empty
   */
  public static Sparkline of(List<PeriodMean> series) {
    PeriodMean newest = series.get(series.size() - 1);
    Instant end = newest.start();
    Instant begin = end.minus(newest.period().length().multipliedBy(PERIODS - 1L));
    Extent extent = Extent.of(series);
    Scale x = Scale.ofTime(begin, end, MARGIN, WIDTH - MARGIN);
    Scale y = new Scale(extent.low(), extent.high(), HEIGHT - MARGIN, MARGIN);
    Line line = new Line(newest.period().length());
    List<Point> over = new ArrayList<>();
    Point last = null;
    for (PeriodMean mean : series) {
      last = null;
      if (mean.shown() == null || !mean.valid()) {
        line.gap();
        continue;
      }
      double atX = x.at(mean.start());
      double atY = y.at(mean.shown().doubleValue());
      line.to(mean.start(), atX, atY);
      last = new Point(Scale.pixel(atX), Scale.pixel(atY));
      if (mean.verdict() == Verdict.EXCEEDS) {
        over.add(last);
      }
    }
    return new Sparkline(line.path(), LimitLines.of(series, x, y), over, last);
  }
}
