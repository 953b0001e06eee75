package io.touchline.domain.flue;

import io.touchline.domain.ArithmeticMean;
import io.touchline.domain.Decimal;
import io.touchline.domain.MeanLevel;
import io.touchline.domain.MeanRules;
import io.touchline.domain.Unit;
import io.touchline.domain.Validity;
import io.touchline.domain.flue.Derivation.Input;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arithmetic mean of the valid parts of a flue gas period, and whether it may be judged (HJ
 * 76-2017 App. B; HJ 212-2017 App. D eq. 23–25).
 *
 * @param mean of the valid parts, null where there are none; it is told even where it is not valid
 * @param counts what came and what of it counted
 * @param rule the row that says how many parts are needed
 */
public record PeriodMean(
    MeanLevel level,
    Instant start,
    Decimal mean,
    Unit unit,
    Validity validity,
    Counts counts,
    MeanRules.Row rule,
    List<Derivation> derivations) {

  private static final MathContext WIDE = new MathContext(60);

  /**
   * @param due parts that the period holds
   * @param came parts that came, valid or not
   * @param valid parts of them that count
   * @param covered parts of the rule's length that the valid ones cover
   * @param needed how many must be covered
   */
  public record Counts(long due, int came, int valid, long covered, long needed) {}

  /**
   * One part: a value and whether it counts.
   *
   * @param value null where there is none, and then it does not count
   */
  public record Part(Decimal value, Validity validity) {

    public static Part valid(Decimal value) {
      return new Part(value, Validity.VALID);
    }

    public boolean counts() {
      return value != null && validity.isValid();
    }
  }

  public PeriodMean {
    derivations = List.copyOf(derivations);
  }

  /** From parts as far apart as the rule counts them. */
  public static PeriodMean of(MeanLevel level, Instant start, Map<Instant, Part> parts, Unit unit) {
    return of(level, start, parts, unit, level.partLength());
  }

  /**
   * @param parts by their start, in any order; what lies outside of the period is left out
   * @param interval how far apart they are; each covers so much of the period
   */
  public static PeriodMean of(
      MeanLevel level, Instant start, Map<Instant, Part> parts, Unit unit, Duration interval) {
    Instant end = level.endOf(start);
    List<Part> came =
        parts.entrySet().stream()
            .filter(part -> !part.getKey().isBefore(start) && part.getKey().isBefore(end))
            .map(Map.Entry::getValue)
            .toList();
    List<Decimal> valid = came.stream().filter(Part::counts).map(Part::value).toList();
    MeanRules.Row rule = MeanRules.standard().at(level, start);
    Counts counts =
        new Counts(
            level.partsIn(start),
            came.size(),
            valid.size(),
            MeanRules.covered(level, valid.size(), interval),
            rule.needed(start));
    Derivation derivation = derivation(valid, unit).by(rule.source());
    return new PeriodMean(
        level,
        start,
        derivation.result(),
        unit,
        MeanRules.validity(level, counts.covered(), counts.needed()),
        counts,
        rule,
        List.of(derivation));
  }

  private static Derivation derivation(List<Decimal> valid, Unit unit) {
    Decimal sum = valid.isEmpty() ? null : ArithmeticMean.sum(valid);
    BigDecimal count = BigDecimal.valueOf(valid.size());
    return Derivation.of(
        Formula.MEAN,
        unit,
        List.of(new Input("sum", sum, unit), new Input("n", new Decimal(count), Unit.NONE)),
        () -> null,
        () -> sum.number().divide(count, WIDE));
  }

  /** The mean, valid or not. */
  public Optional<Decimal> value() {
    return Optional.ofNullable(mean);
  }

  /** The mean where it may be judged: 44 valid minutes give none. */
  public Optional<Decimal> valueToJudge() {
    return validity.isValid() ? value() : Optional.empty();
  }

  /** This period as a part of the next higher level. */
  public Part asPart() {
    return new Part(mean, validity);
  }
}
