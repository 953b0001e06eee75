package io.touchline.fleet.bench;

/**
 * One figure that a scenario found, with the target it is to meet where there is one.
 *
 * @param target null for a figure that is there for comparison
 */
public record Figure(Measure measure, double value, Target target) {

  /**
   * A bound.
   *
   * @param least whether the figure is to be at least the bound; otherwise at most
   */
  public record Target(boolean least, double bound) {}

  public static Figure of(Measure measure, double value) {
    return new Figure(measure, value, null);
  }

  /** A count; exact up to 2^53. */
  public static Figure of(Measure measure, long count) {
    return of(measure, (double) count);
  }

  public Figure atLeast(double bound) {
    return new Figure(measure, value, new Target(true, bound));
  }

  public Figure atMost(double bound) {
    return new Figure(measure, value, new Target(false, bound));
  }

  /** True where there is no target to miss. */
  public boolean passes() {
    if (target == null) {
      return true;
    }
    return target.least() ? value >= target.bound() : value <= target.bound();
  }
}
