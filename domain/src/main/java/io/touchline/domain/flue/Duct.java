package io.touchline.domain.flue;

import io.touchline.domain.Decimal;
import io.touchline.domain.Unit;
import io.touchline.domain.flue.Derivation.Flaw;
import io.touchline.domain.flue.Derivation.Input;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * The duct where velocity is measured (HJ 212-2017 App. D eq. 29–34).
 *
 * @param areaM2 F, cross-section, above zero
 * @param velocityCoefficient Kv (速度场系数), above zero
 */
public record Duct(Decimal areaM2, Decimal velocityCoefficient) {

  private static final MathContext WIDE = new MathContext(60);
  private static final BigDecimal SECONDS = BigDecimal.valueOf(3_600);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public Duct {
    if (areaM2.number().signum() <= 0 || velocityCoefficient.number().signum() <= 0) {
      throw new IllegalArgumentException("area " + areaM2 + ", Kv " + velocityCoefficient);
    }
  }

  /**
   * @param velocity Vs, mean velocity, m/s
   * @param actual Qs, wet and at actual state, m3/h
   * @param standardDry Qsn, dry and at standard state, m3/h
   */
  public record Flow(Derivation velocity, Derivation actual, Derivation standardDry) {

    /** Empty where a number was missing or cannot be; the derivations say which. */
    public Optional<StandardDryFlow> standardDryFlow() {
      return Optional.ofNullable(standardDry.result())
          .map(result -> StandardDryFlow.derived(result, List.of(velocity, actual, standardDry)));
    }
  }

  /**
   * @param point Vp, velocity at the measuring point, m/s; null where not measured
   */
  public Flow flow(Decimal point, GasState gas) {
    Derivation velocity =
        Derivation.of(
            Formula.DUCT_VELOCITY,
            Unit.of("m/s"),
            List.of(new Input("Kv", velocityCoefficient, Unit.NONE), Input.of("Vp", point, "m/s")),
            () -> point.isNegative() ? Flaw.outOfRange("velocity " + point + " m/s") : null,
            () -> velocityCoefficient.number().multiply(point.number()));
    Decimal vs = velocity.result();
    Derivation actual =
        Derivation.of(
            Formula.ACTUAL_FLOW,
            StandardDryFlow.M3_PER_HOUR,
            List.of(Input.of("F", areaM2, "m2"), Input.of("Vs", vs, "m/s")),
            () -> null,
            () -> SECONDS.multiply(areaM2.number()).multiply(vs.number()));
    return new Flow(velocity, actual, standardDry(actual.result(), gas));
  }

  private static Derivation standardDry(Decimal qs, GasState gas) {
    Decimal moisture = gas.moisturePercent();
    return Derivation.of(
        Formula.STANDARD_DRY_FLOW,
        StandardDryFlow.M3_PER_HOUR,
        List.of(
            new Input("Qs", qs, StandardDryFlow.M3_PER_HOUR),
            gas.ts(),
            gas.ba(),
            gas.ps(),
            GasState.moisture(moisture)),
        () -> gas.flaw() != null ? gas.flaw() : GasState.moistureFlaw(moisture),
        () ->
            qs.number()
                .multiply(Basis.ICE_POINT)
                .multiply(gas.absolutePa())
                .multiply(GasState.dryPercent(moisture))
                .divide(gas.kelvin().multiply(Basis.STANDARD_PA).multiply(HUNDRED), WIDE));
  }
}
