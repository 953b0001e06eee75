package io.touchline.domain.flue;

import io.touchline.domain.Decimal;
import io.touchline.domain.RuleFile;
import io.touchline.domain.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * One formula with its numbers filled in, for a person to check.
 *
 * @param inputs by the symbols of the formula, in its order
 * @param rule the rule row a number came from, "" where none did
 * @param verified false where the formula or the row needs a check against the text
 * @param result rounded half to even at {@link Decimal#COMPUTED_SCALE}; null unless derived
 * @param unit of the result
 * @param detail why there is no result, with its numbers; "" where there is one
 */
public record Derivation(
    Formula formula,
    List<Input> inputs,
    String rule,
    boolean verified,
    Decimal result,
    Unit unit,
    Outcome outcome,
    String detail) {

  /** What came of it. */
  public enum Outcome {
    DERIVED,
    /** A number that the formula needs is not there. */
    MISSING_INPUT,
    /** A number that cannot be: moisture of 100 %, no pressure, a temperature below zero kelvin. */
    OUT_OF_RANGE,
    /** Oxygen of 21 % and more: nothing can be converted by it. */
    OXYGEN_OF_AIR
  }

  /** One number of a formula; null where it is not known. */
  public record Input(String symbol, Decimal value, Unit unit) {

    static Input of(String symbol, Decimal value, String unit) {
      return new Input(symbol, value, Unit.of(unit));
    }
  }

  /** Why a formula cannot be applied to numbers that are all there. */
  record Flaw(Outcome outcome, String detail) {

    static Flaw outOfRange(String detail) {
      return new Flaw(Outcome.OUT_OF_RANGE, detail);
    }
  }

  public Derivation {
    inputs = List.copyOf(inputs);
  }

  /**
   * Applies a formula.
   *
   * @param flaw asked once no input is missing; null where there is none
   * @param exact asked once there is no flaw
   */
  static Derivation of(
      Formula formula,
      Unit unit,
      List<Input> inputs,
      Supplier<Flaw> flaw,
      Supplier<BigDecimal> exact) {
    String missing =
        inputs.stream()
            .filter(input -> input.value() == null)
            .map(Input::symbol)
            .collect(Collectors.joining(", "));
    Flaw found = missing.isEmpty() ? flaw.get() : new Flaw(Outcome.MISSING_INPUT, "no " + missing);
    boolean derived = found == null;
    return new Derivation(
        formula,
        inputs,
        "",
        formula.verified(),
        derived ? Decimal.computed(exact.get()) : null,
        unit,
        derived ? Outcome.DERIVED : found.outcome(),
        derived ? "" : found.detail());
  }

  /** The same, by a rule row. */
  Derivation by(RuleFile.Source row) {
    return new Derivation(
        formula, inputs, row.text(), verified && row.verified(), result, unit, outcome, detail);
  }

  public boolean isDerived() {
    return outcome == Outcome.DERIVED;
  }

  /** {@code 60 / (1 − 12 / 100) = 68.1818 mg/m3}; an unknown number is a question mark. */
  public String working() {
    String text = formula.pattern();
    for (Input input : inputs) {
      text = text.replace("{" + input.symbol() + "}", filled(input.value()));
    }
    return text + " = " + (isDerived() ? (result + " " + unit).strip() : "no value: " + detail);
  }

  private static String filled(Decimal value) {
    if (value == null) {
      return "?";
    }
    return value.isNegative() ? "(" + value + ")" : value.toString();
  }
}
