package io.touchline.domain.flue;

import io.touchline.domain.Decimal;
import io.touchline.domain.Unit;
import java.util.List;
import java.util.Optional;

/** Dry flow at standard state in m3/h (标干流量): the one for mass. */
public final class StandardDryFlow {

  static final Unit M3_PER_HOUR = Unit.of("m3/h");

  private final Decimal m3PerHour;
  private final List<Derivation> steps;

  private StandardDryFlow(Decimal m3PerHour, List<Derivation> steps) {
    this.m3PerHour = m3PerHour;
    this.steps = List.copyOf(steps);
  }

  /**
   * As loggers report it: dry, at standard state.
   *
   * @return empty where there is no number, it is below zero, or the unit is no flow
   */
  public static Optional<StandardDryFlow> reported(Decimal value, Unit unit) {
    return value == null || value.isNegative() || !unit.convertsTo(M3_PER_HOUR)
        ? Optional.empty()
        : Optional.of(new StandardDryFlow(unit.convert(value, M3_PER_HOUR), List.of()));
  }

  static StandardDryFlow derived(Decimal m3PerHour, List<Derivation> steps) {
    return new StandardDryFlow(m3PerHour, steps);
  }

  /** Never null, never below zero. */
  public Decimal m3PerHour() {
    return m3PerHour;
  }

  /** How it was derived from the velocity; empty where it was reported. */
  public List<Derivation> steps() {
    return steps;
  }
}
