package io.touchline.domain.flue;

import io.touchline.domain.Decimal;
import io.touchline.domain.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Measured concentration on dry gas at standard state in mg/m3 (实测浓度): the one for mass. Only what
 * has come to that basis is one, and a {@link ConvertedConcentration} never becomes one again.
 */
public final class MeasuredConcentration {

  private final Decimal mgPerM3;
  private final List<Derivation> steps;

  private MeasuredConcentration(Decimal mgPerM3, List<Derivation> steps) {
    this.mgPerM3 = mgPerM3;
    this.steps = List.copyOf(steps);
  }

  /** What the gas was when it was measured. */
  public enum Moisture {
    DRY,
    WET
  }

  /** At which pressure and temperature it was measured. */
  public enum State {
    STANDARD,
    ACTUAL
  }

  /**
   * As loggers report it: dry, at standard state.
   *
   * @return empty where there is no number, or the unit is no mass per gas volume
   */
  public static Optional<MeasuredConcentration> reported(Decimal value, Unit unit) {
    return value == null || !unit.convertsTo(Unit.MG_PER_M3)
        ? Optional.empty()
        : Optional.of(new MeasuredConcentration(unit.convert(value, Unit.MG_PER_M3), List.of()));
  }

  /**
   * Brings a mass concentration to dry gas at standard state: first the state, then the moisture.
   *
   * @param unit a mass per gas volume
   */
  public static BroughtToBasis bring(
      Decimal value, Unit unit, Moisture moisture, State state, GasState gas) {
    Decimal raw =
        value != null && unit.convertsTo(Unit.MG_PER_M3)
            ? unit.convert(value, Unit.MG_PER_M3)
            : null;
    return bring(raw, List.of(), moisture, state, gas);
  }

  /**
   * Dries a concentration that was derived by volume, which stands at standard state already.
   *
   * @param byVolume from {@link Basis#mass} or {@link Basis#nitrogenOxidesByVolume}
   */
  public static BroughtToBasis bring(Derivation byVolume, Moisture moisture, GasState gas) {
    boolean isByVolume =
        byVolume.formula() == Formula.VOLUME_TO_MASS
            || byVolume.formula() == Formula.NOX_FROM_VOLUME;
    if (!isByVolume) {
      throw new IllegalArgumentException(byVolume.formula() + " is not by volume");
    }
    return bring(byVolume.result(), List.of(byVolume), moisture, State.STANDARD, gas);
  }

  private static BroughtToBasis bring(
      Decimal raw, List<Derivation> before, Moisture moisture, State state, GasState gas) {
    List<Derivation> steps = new ArrayList<>(before);
    Decimal now = raw;
    if (state == State.ACTUAL) {
      steps.add(Basis.standard(now, Unit.MG_PER_M3, gas));
      now = steps.get(steps.size() - 1).result();
    }
    if (moisture == Moisture.WET) {
      steps.add(Basis.dry(now, Unit.MG_PER_M3, gas.moisturePercent()));
      now = steps.get(steps.size() - 1).result();
    }
    return new BroughtToBasis(
        Optional.ofNullable(now).map(value -> new MeasuredConcentration(value, steps)), steps);
  }

  /** The mean of measured concentrations is one; empty where there are none. */
  static Optional<MeasuredConcentration> mean(PeriodMean mean) {
    return mean.value().map(value -> new MeasuredConcentration(value, mean.derivations()));
  }

  /** Never null. */
  public Decimal mgPerM3() {
    return mgPerM3;
  }

  /** How it came to that basis, in order; empty where it was measured so. */
  public List<Derivation> steps() {
    return steps;
  }

  /** The concentration where every step has a result, and the steps either way. */
  public record BroughtToBasis(
      Optional<MeasuredConcentration> concentration, List<Derivation> steps) {

    public BroughtToBasis {
      steps = List.copyOf(steps);
    }
  }
}
