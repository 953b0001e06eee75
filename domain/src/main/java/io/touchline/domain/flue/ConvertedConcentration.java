package io.touchline.domain.flue;

import io.touchline.domain.Decimal;
import io.touchline.domain.OxygenConversion;
import io.touchline.domain.RuleFile;
import io.touchline.domain.Unit;
import io.touchline.domain.flue.Derivation.Flaw;
import io.touchline.domain.flue.Derivation.Input;
import java.util.List;
import java.util.Optional;

/**
 * Concentration corrected to a reference (折算浓度): the one for compliance, never for mass, which no
 * function here takes it for.
 */
public final class ConvertedConcentration {

  private final Derivation derivation;

  private ConvertedConcentration(Derivation derivation) {
    this.derivation = derivation;
  }

  /**
   * @param oxygen dry oxygen in percent; null where not known
   */
  public static ConvertedConcentration of(
      MeasuredConcentration measured, Decimal oxygen, Reference reference) {
    Decimal c = measured.mgPerM3();
    if (reference instanceof Reference.Oxygen to) {
      return of(
          Formula.BY_OXYGEN,
          List.of(concentration(c), percent("O2ref", to.percent()), percent("O2", oxygen)),
          oxygen,
          OxygenConversion.convert(c, oxygen, to.percent()));
    }
    if (reference instanceof Reference.ExcessAir to) {
      return of(
          Formula.BY_EXCESS_AIR,
          List.of(
              concentration(c),
              percent("O2", oxygen),
              new Input("αref", to.coefficient(), Unit.NONE)),
          oxygen,
          OxygenConversion.convertByExcessAir(c, oxygen, to.coefficient()));
    }
    return new ConvertedConcentration(
        Derivation.of(
            Formula.NOT_CONVERTED,
            Unit.MG_PER_M3,
            List.of(concentration(c)),
            () -> null,
            c::number));
  }

  private static ConvertedConcentration of(
      Formula formula, List<Input> inputs, Decimal oxygen, Decimal result) {
    return new ConvertedConcentration(
        Derivation.of(formula, Unit.MG_PER_M3, inputs, () -> flaw(oxygen), () -> result.number()));
  }

  private static Flaw flaw(Decimal oxygen) {
    if (OxygenConversion.isOfAir(oxygen)) {
      return new Flaw(
          Derivation.Outcome.OXYGEN_OF_AIR, "oxygen " + oxygen + " % is that of air or more");
    }
    return oxygen.isNegative() ? Flaw.outOfRange("oxygen " + oxygen + " %") : null;
  }

  private static Input concentration(Decimal value) {
    return new Input("C", value, Unit.MG_PER_M3);
  }

  private static Input percent(String symbol, Decimal value) {
    return new Input(symbol, value, Unit.PERCENT);
  }

  /** The same, with the row that its reference came from. */
  public ConvertedConcentration by(RuleFile.Source row) {
    return new ConvertedConcentration(derivation.by(row));
  }

  /** In mg/m3; empty where nothing can be converted, and {@link #derivation} says why. */
  public Optional<Decimal> mgPerM3() {
    return Optional.ofNullable(derivation.result());
  }

  public Derivation derivation() {
    return derivation;
  }
}
