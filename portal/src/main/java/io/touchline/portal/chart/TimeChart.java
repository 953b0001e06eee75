package io.touchline.portal.chart;

import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.Judgement.Verdict;
import io.touchline.domain.Mark;
import io.touchline.portal.read.MarkRow;
import io.touchline.portal.read.PeriodMean;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A factor over time against its limit: the judged values strong, the measured ones thin where
 * another value is judged, the limit dashed.
 *
 * @param judged path of what is compared with the limit
 * @param measured path of measured values, "" where they are the judged ones
 * @param limits one path per bound of the limit
 * @param limitLabel where the newest upper limit is named, null without a limit: at the right end,
 *     or at the left where the line runs through that place
 * @param points every period with a value, oldest first
 * @param bands stretches that somebody marked, oldest first
 */
public record TimeChart(
    String judged,
    String measured,
    List<String> limits,
    Label limitLabel,
    List<Tick> yTicks,
    List<Tick> xTicks,
    List<Point> points,
    List<Band> bands) {

  public static final int WIDTH = 480;
  public static final int HEIGHT = 180;
  public static final int LEFT = 36;
  public static final int RIGHT = 472;
  public static final int TOP = 18;
  public static final int BOTTOM = 154;

  private static final int Y_TICKS = 4;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /** A line of the grid. */
  public record Tick(String at, String label) {}

  /** Where a text stands, and which of its ends ({@code start} or {@code end}) is there. */
  public record Label(String x, String y, String anchor) {}

  /** How a point is drawn. */
  public enum Kind {
    PLAIN,
    OVER,
    /** Not valid: hollow. */
    HOLLOW
  }

  /** One period's value. */
  public record Point(String x, String y, Kind kind, PeriodMean mean) {

    /** Whether it replaced another; then a small tick stands above it. */
    public boolean isRevised() {
      return mean.revision() > 1;
    }
  }

  /** A marked stretch. */
  public record Band(String x, String width, MarkRow mark) {}

  /** How far back a chart reaches: 72 hours, or 30 days. */
  public static Duration reach(AveragingPeriod period) {
    return period == AveragingPeriod.HOUR ? Duration.ofDays(3) : Duration.ofDays(30);
  }

  /**
   * Draws the periods up to one.
   *
   * @param series of one factor and period, oldest first, not empty
   * @param last start of the newest period to show
   */
  public static TimeChart of(List<PeriodMean> series, Instant last) {
    return of(series, last, List.of());
  }

  /** The same, with what somebody marked behind it. */
  public static TimeChart of(List<PeriodMean> series, Instant last, List<MarkRow> marks) {
    AveragingPeriod period = series.get(0).period();
    Instant begin = last.minus(reach(period)).plus(period.length());
    Extent extent = Extent.of(series);
    Scale x = Scale.ofTime(begin, last, LEFT, RIGHT);
    Scale y = new Scale(extent.low(), extent.high(), BOTTOM, TOP);
    Line judged = new Line(period.length());
    Line measured = new Line(period.length());
    List<Point> points = new ArrayList<>();
    for (PeriodMean mean : series) {
      double atX = x.at(mean.start());
      plot(judged, mean, mean.shown(), atX, y);
      plot(measured, mean, isConverted(mean) ? mean.value() : null, atX, y);
      if (mean.shown() != null) {
        String atY = Scale.pixel(y.at(mean.shown().doubleValue()));
        points.add(new Point(Scale.pixel(atX), atY, kind(mean), mean));
      }
    }
    PeriodMean.Limit limit = series.get(series.size() - 1).limit();
    return new TimeChart(
        judged.path(),
        measured.path(),
        LimitLines.of(series, x, y),
        limit == null ? null : label(limit, points, x, y),
        y.ticks(Y_TICKS).stream()
            .map(tick -> new Tick(Scale.pixel(y.at(tick.doubleValue())), tick.toPlainString()))
            .toList(),
        times(period, begin, last, x),
        points,
        marks.stream().flatMap(mark -> band(mark, begin, last, x).stream()).toList());
  }

  /** The part of a mark that is on the chart. */
  private static Optional<Band> band(MarkRow mark, Instant begin, Instant last, Scale x) {
    Instant from = mark.from().isBefore(begin) ? begin : mark.from();
    Instant to = mark.to().isAfter(last) ? last : mark.to();
    return mark.state() == Mark.State.SET && from.isBefore(to)
        ? Optional.of(new Band(Scale.pixel(x.at(from)), Scale.pixel(x.at(to) - x.at(from)), mark))
        : Optional.empty();
  }

  private static void plot(Line line, PeriodMean mean, BigDecimal value, double atX, Scale y) {
    if (value == null || !mean.valid()) {
      line.gap();
    } else {
      line.to(mean.start(), atX, y.at(value.doubleValue()));
    }
  }

  private static Label label(PeriodMean.Limit limit, List<Point> points, Scale x, Scale y) {
    double middle = (LEFT + RIGHT) / 2.0;
    boolean taken =
        points.stream()
            .anyMatch(point -> point.kind() == Kind.OVER && Double.parseDouble(point.x()) > middle);
    String atY = Scale.pixel(y.at(limit.value().doubleValue()));
    return taken
        ? new Label(Scale.pixel(x.start()), atY, "start")
        : new Label(Scale.pixel(x.end()), atY, "end");
  }

  private static boolean isConverted(PeriodMean mean) {
    return mean.limit() != null
        && mean.limit().basis() == EmissionLimit.Basis.CONVERTED
        && mean.converted() != null;
  }

  private static Kind kind(PeriodMean mean) {
    if (!mean.valid()) {
      return Kind.HOLLOW;
    }
    return mean.verdict() == Verdict.EXCEEDS ? Kind.OVER : Kind.PLAIN;
  }

  /** Every twelve hours, or every five days, at round times. */
  private static List<Tick> times(AveragingPeriod period, Instant begin, Instant last, Scale x) {
    Duration step = period == AveragingPeriod.HOUR ? Duration.ofHours(12) : Duration.ofDays(5);
    List<Tick> ticks = new ArrayList<>();
    for (Instant at = AveragingPeriod.DAY.startOf(begin); !at.isAfter(last); at = at.plus(step)) {
      if (!at.isBefore(begin)) {
        LocalDateTime civil = ChinaTime.civil(at);
        DateTimeFormatter label = civil.getHour() == 0 ? DAY : HOUR;
        ticks.add(new Tick(Scale.pixel(x.at(at)), label.format(civil)));
      }
    }
    return ticks;
  }
}
