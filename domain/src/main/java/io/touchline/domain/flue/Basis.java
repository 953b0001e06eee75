package io.touchline.domain.flue;

import io.touchline.domain.Decimal;
import io.touchline.domain.Unit;
import io.touchline.domain.flue.Derivation.Input;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * From what an analyser shows to mass per dry cubic metre at standard state (基准换算): one formula a
 * step, each null-safe. A number that is not there gives a derivation without result, never a
 * guess.
 */
public final class Basis {

  private static final MathContext WIDE = new MathContext(60);
  private static final BigDecimal MOLAR_VOLUME = new BigDecimal("22.4");
  private static final BigDecimal NO2 = BigDecimal.valueOf(46);
  private static final BigDecimal NO = BigDecimal.valueOf(30);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  static final BigDecimal STANDARD_PA = BigDecimal.valueOf(101_325);
  static final BigDecimal ICE_POINT = BigDecimal.valueOf(273);

  private Basis() {}

  /** Wet to dry, of a concentration or of oxygen, in the unit it has. */
  public static Derivation dry(Decimal wet, Unit unit, Decimal moisturePercent) {
    return Derivation.of(
        Formula.WET_TO_DRY,
        unit,
        List.of(new Input("C", wet, unit), GasState.moisture(moisturePercent)),
        () -> GasState.moistureFlaw(moisturePercent),
        () -> wet.number().multiply(HUNDRED).divide(GasState.dryPercent(moisturePercent), WIDE));
  }

  /** Actual to standard state; wet stays wet and dry stays dry. */
  public static Derivation standard(Decimal actual, Unit unit, GasState gas) {
    return Derivation.of(
        Formula.ACTUAL_TO_STANDARD,
        unit,
        List.of(new Input("C", actual, unit), gas.ba(), gas.ps(), gas.ts()),
        gas::flaw,
        () ->
            actual
                .number()
                .multiply(STANDARD_PA)
                .multiply(gas.kelvin())
                .divide(gas.absolutePa().multiply(ICE_POINT), WIDE));
  }

  /** Parts per million by volume to mg/m3 at standard state, whatever the state of the gas. */
  public static Derivation mass(Gas gas, Decimal ppm) {
    return Derivation.of(
        Formula.VOLUME_TO_MASS,
        Unit.MG_PER_M3,
        List.of(Input.of("C", ppm, "ppm"), Input.of("M", gas.molarMass(), "g/mol")),
        () -> null,
        () -> ppm.number().multiply(gas.molarMass().number()).divide(MOLAR_VOLUME, WIDE));
  }

  /** Nitrogen oxides as NO2 (氮氧化物), from NO and NO2 in ppm. */
  public static Derivation nitrogenOxidesByVolume(Decimal no, Decimal no2) {
    return Derivation.of(
        Formula.NOX_FROM_VOLUME,
        Unit.MG_PER_M3,
        List.of(Input.of("NO", no, "ppm"), Input.of("NO2", no2, "ppm")),
        () -> null,
        () -> no.number().add(no2.number()).multiply(NO2).divide(MOLAR_VOLUME, WIDE));
  }

  /** Nitrogen oxides as NO2, from NO and NO2 in one and the same mass unit. */
  public static Derivation nitrogenOxidesByMass(Decimal no, Decimal no2, Unit unit) {
    return Derivation.of(
        Formula.NOX_FROM_MASS,
        unit,
        List.of(new Input("NO", no, unit), new Input("NO2", no2, unit)),
        () -> null,
        () -> no.number().multiply(NO2).divide(NO, WIDE).add(no2.number()));
  }
}
