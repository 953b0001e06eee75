package io.touchline.domain.facility;

import io.touchline.domain.ArithmeticMean;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmittedMass;
import io.touchline.domain.FactorBook;
import io.touchline.domain.FactorMean;
import io.touchline.domain.InletChannel;
import io.touchline.domain.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * How much of a factor treatment takes out (去除效率): {@code (in − out) / in}, in percent. Both sides
 * are measured (dry, never converted) and of the same hours: by mass where the volume of both is
 * known for all of them, else by the mean concentrations, which is right only as far as no other
 * air or water comes in between.
 *
 * @param percent less than 0 where more comes out than goes in
 * @param in kilograms, or the mean concentration in the factor's unit
 * @param out the same after treatment
 */
public record RemovalEfficiency(Decimal percent, Basis basis, Decimal in, Decimal out) {

  /** What the two sides are compared by. */
  public enum Basis {
    MASS,
    CONCENTRATION
  }

  private static final MathContext WIDE = new MathContext(60);
  private static final int MILLIGRAMS_IN_A_KILOGRAM = 6;

  /**
   * The two sides of one hour.
   *
   * @param in concentration before treatment, more than 0
   * @param inMg mass before treatment, null where no volume is known
   * @param out concentration after treatment
   * @param outMg mass after treatment, null where no volume is known
   */
  public record Pair(Decimal in, Long inMg, Decimal out, Long outMg) {

    private boolean hasMasses() {
      return inMg != null && inMg > 0 && outMg != null;
    }
  }

  /**
   * Pairs the channels of an hour; empty where one of the two is not there or not valid, or nothing
   * goes in.
   */
  public static Optional<Pair> pair(String factor, SortedMap<String, FactorMean> hour) {
    FactorMean inlet = hour.get(InletChannel.of(factor));
    FactorMean outlet = hour.get(factor);
    Decimal in = UsualLevel.valid(inlet);
    Decimal out = UsualLevel.valid(outlet);
    if (in == null || out == null || !inlet.unit().convertsTo(outlet.unit())) {
      return Optional.empty();
    }
    Unit unit = outlet.unit();
    Decimal converted = inlet.unit().convert(in, unit);
    return converted.number().signum() <= 0 || out.isNegative()
        ? Optional.empty()
        : Optional.of(
            new Pair(
                converted,
                EmittedMass.of(converted, unit, volume(hour, true)),
                out,
                EmittedMass.of(out, unit, volume(hour, false))));
  }

  /** Of all these hours together; empty where there are none. */
  public static Optional<RemovalEfficiency> of(Collection<Pair> hours) {
    if (hours.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        hours.stream().allMatch(Pair::hasMasses)
            ? of(Basis.MASS, kilograms(hours, Pair::inMg), kilograms(hours, Pair::outMg))
            : of(Basis.CONCENTRATION, mean(hours, Pair::in), mean(hours, Pair::out)));
  }

  private static RemovalEfficiency of(Basis basis, Decimal in, Decimal out) {
    BigDecimal taken = in.number().subtract(out.number());
    return new RemovalEfficiency(
        Decimal.computed(taken.scaleByPowerOfTen(2).divide(in.number(), WIDE)), basis, in, out);
  }

  private static Decimal kilograms(Collection<Pair> hours, Function<Pair, Long> side) {
    long milligrams = hours.stream().map(side).reduce(0L, Math::addExact);
    return new Decimal(BigDecimal.valueOf(milligrams)).shifted(-MILLIGRAMS_IN_A_KILOGRAM);
  }

  private static Decimal mean(Collection<Pair> hours, Function<Pair, Decimal> side) {
    List<Decimal> values = hours.stream().map(side).toList();
    return ArithmeticMean.of(values);
  }

  /** The valid volume of the inlet or of the outlet, null where there is none. */
  private static Decimal volume(SortedMap<String, FactorMean> hour, boolean inlet) {
    return hour.entrySet().stream()
        .filter(entry -> InletChannel.isInlet(entry.getKey()) == inlet)
        .filter(entry -> FactorBook.isFlow(InletChannel.factorOf(entry.getKey())))
        .map(Map.Entry::getValue)
        .filter(flow -> flow.validity().isValid() && flow.amount() != null)
        .map(FactorMean::amount)
        .filter(amount -> amount.number().signum() > 0)
        .findFirst()
        .orElse(null);
  }
}
