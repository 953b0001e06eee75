package io.touchline.portal.chart;

import java.time.Duration;
import java.time.Instant;

/** Draws an SVG path point by point. Gaps stay gaps: what is further apart is not joined. */
final class Line {

  private final Duration step;
  private final StringBuilder path = new StringBuilder();
  private Instant last;

  Line(Duration step) {
    this.step = step;
  }

  void to(Instant time, double x, double y) {
    boolean joined = last != null && !time.isAfter(last.plus(step));
    path.append(joined ? 'L' : 'M').append(Scale.pixel(x)).append(' ').append(Scale.pixel(y));
    last = time;
  }

  void gap() {
    last = null;
  }

  String path() {
    return path.toString();
  }
}
