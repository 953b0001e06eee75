package io.touchline.domain.flue;

import io.touchline.domain.Decimal;
import io.touchline.domain.EmittedMass;
import io.touchline.domain.Unit;
import io.touchline.domain.flue.Derivation.Flaw;
import io.touchline.domain.flue.Derivation.Input;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Mass emitted in one hour, in whole milligrams (HJ 212-2017 App. D eq. 33). It is made of a
 * measured concentration and a dry flow and of nothing else: a converted concentration does not
 * fit.
 */
public final class HourlyMass {

  private static final int MG_TO_KG = -6;

  private final Long milligrams;
  private final Derivation derivation;

  private HourlyMass(Long milligrams, Derivation derivation) {
    this.milligrams = milligrams;
    this.derivation = derivation;
  }

  public static HourlyMass of(MeasuredConcentration measured, StandardDryFlow flow) {
    Long mg = EmittedMass.of(measured.mgPerM3(), Unit.MG_PER_M3, flow.m3PerHour());
    Derivation derivation =
        Derivation.of(
            Formula.MASS_RATE,
            Unit.of("kg/h"),
            List.of(
                new Input("C", measured.mgPerM3(), Unit.MG_PER_M3),
                new Input("Qsn", flow.m3PerHour(), StandardDryFlow.M3_PER_HOUR)),
            () -> mg == null ? Flaw.outOfRange("beyond any real discharge") : null,
            () -> Decimal.of(mg.toString()).shifted(MG_TO_KG).number());
    return new HourlyMass(mg, derivation);
  }

  /**
   * The sum over the hours that have a mass, in milligrams (eq. 34 without the 10⁻⁶ that is
   * misprinted in it). It understates a day of which hours are missing.
   *
   * @throws ArithmeticException beyond 2^63 mg
   */
  public static long sum(Collection<HourlyMass> hours) {
    long sum = 0;
    for (HourlyMass hour : hours) {
      sum = Math.addExact(sum, hour.milligrams == null ? 0 : hour.milligrams);
    }
    return sum;
  }

  /** Empty where it is beyond any real discharge. */
  public Optional<Long> milligrams() {
    return Optional.ofNullable(milligrams);
  }

  /** In kg/h, rounded at four decimals for people; what is summed are the milligrams. */
  public Derivation derivation() {
    return derivation;
  }
}
