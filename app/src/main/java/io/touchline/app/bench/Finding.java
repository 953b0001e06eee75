package io.touchline.app.bench;

import io.touchline.app.Texts;
import io.touchline.fleet.bench.Figure;

/**
 * One figure as it is printed, of whichever list of measures.
 *
 * @param target null for a figure that is there for comparison
 */
record Finding(String unit, String text, double value, Figure.Target target) {

  static Finding of(Figure figure) {
    return new Finding(
        figure.measure().unit(),
        figure.measure().text(Texts.locale()),
        figure.value(),
        figure.target());
  }

  static Finding of(JournalMeasure measure, double value) {
    return new Finding(measure.unit(), measure.text(Texts.locale()), value, null);
  }

  /** A count; exact up to 2^53. */
  static Finding of(JournalMeasure measure, long count) {
    return of(measure, (double) count);
  }

  Finding atMost(double bound) {
    return new Finding(unit, text, value, new Figure.Target(false, bound));
  }

  /** True where there is no target to miss. */
  boolean passes() {
    if (target == null) {
      return true;
    }
    return target.least() ? value >= target.bound() : value <= target.bound();
  }
}
