package io.touchline.contract;

import io.touchline.contract.Why.Kind;
import io.touchline.contract.Why.Step;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmittedMass;
import io.touchline.domain.FactorBook;
import io.touchline.domain.FactorMean;
import io.touchline.domain.Judgement;
import io.touchline.domain.OxygenConversion;
import io.touchline.domain.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The steps from a mean to its verdict. A formula is written only where it gives exactly the number
 * that was published; it is worked out again here, never assumed.
 */
final class Working {

  private static final String NONE = "";
  private static final String CONVERSION = "HJ 212-2017 App. D eq. 28";
  private static final String MASS = "HJ 212-2017 App. D eq. 8, 33";

  private final OutletRecord outlet;
  private final MeansRecord record;
  private final MeansRecord.Factor result;

  Working(OutletRecord outlet, MeansRecord record, String factor) {
    this.outlet = outlet;
    this.record = record;
    this.result = record.factors().get(factor);
  }

  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    steps.add(mean());
    if (result.converted() != null && outlet.referenceOxygen() != null) {
      steps.add(conversion());
    }
    if (result.massMg() != null) {
      steps.add(mass());
    }
    steps.add(validity());
    if (result.judgement() != null) {
      steps.add(comparison(result.judgement()));
    }
    return steps;
  }

  private Step mean() {
    String figure = result.value() == null ? "no value" : figure(result.value());
    if (result.source() == FactorMean.Source.REPORTED) {
      return new Step(Kind.MEAN, figure + " as the logger reported it", NONE);
    }
    return switch (record.period()) {
      case HOUR ->
          new Step(
              Kind.MEAN,
              figure + " over the minutes of these frames",
              "HJ 212-2017 App. D eq. 12-14, 24");
      case DAY ->
          new Step(
              Kind.MEAN,
              figure + " over the hours of these frames",
              "HJ 212-2017 App. D eq. 12-14, 25");
      case MONTH ->
          new Step(Kind.MEAN, figure + " over the valid days of the month", "HJ 76-2017 App. B");
    };
  }

  private Step conversion() {
    Decimal reference = outlet.referenceOxygen();
    MeansRecord.Factor measured = ofFirst(FactorBook::isOxygen);
    Decimal oxygen = measured == null ? null : measured.value();
    Decimal again = OxygenConversion.convert(result.value(), oxygen, reference);
    if (again == null) {
      return new Step(Kind.CONVERSION, figure(result.converted()) + " as it came", NONE);
    }
    String formula =
        OxygenConversion.working(result.value(), oxygen, reference) + " = " + figure(again);
    return again.equals(result.converted())
        ? new Step(Kind.CONVERSION, formula, CONVERSION)
        : new Step(
            Kind.CONVERSION,
            figure(result.converted()) + " as it came; from the oxygen: " + formula,
            CONVERSION);
  }

  private Step mass() {
    MeansRecord.Factor flow = ofFirst(FactorBook::isFlow);
    Decimal volume = flow == null ? null : flow.amount();
    Long again = EmittedMass.of(result.value(), Unit.of(result.unit()), volume);
    if (Objects.equals(again, result.massMg())) {
      return new Step(
          Kind.MASS,
          figure(result.value()) + " × " + volume + " m3 = " + result.massMg() + " mg",
          MASS);
    }
    String origin =
        result.source() == FactorMean.Source.RECOMPUTED
            ? " mg, the sum over its valid parts"
            : " mg by the logger's own amount";
    return new Step(Kind.MASS, result.massMg() + origin, MASS);
  }

  private Step validity() {
    return new Step(
        Kind.VALIDITY, result.valid() ? "valid" : "not valid: " + result.reason(), NONE);
  }

  private static Step comparison(MeansRecord.Judged judged) {
    OutletRecord.Limit limit = judged.limit();
    String clause = limit.source() + " " + limit.clause();
    if (judged.verdict() == Judgement.Verdict.NOT_JUDGED) {
      return new Step(Kind.COMPARISON, "not judged: " + judged.reason(), clause);
    }
    boolean exceeds = judged.verdict() == Judgement.Verdict.EXCEEDS;
    String value = judged.judged() + " " + limit.unit();
    if (limit.averaging().counts()) {
      return new Step(
          Kind.COMPARISON, judged.reason() + ", by " + limit.value() + " " + limit.unit(), clause);
    }
    if (limit.lower() != null) {
      String range = limit.lower() + " to " + limit.value();
      return new Step(
          Kind.COMPARISON, value + (exceeds ? " is outside " : " is within ") + range, clause);
    }
    String bound = limit.value() + " " + limit.unit();
    String multiple = judged.multiple() == null ? "" : ", " + judged.multiple() + " times over";
    return new Step(
        Kind.COMPARISON,
        (exceeds ? value + " > " + bound + multiple : value + " ≤ " + bound) + exempt(judged),
        clause);
  }

  private static String exempt(MeansRecord.Judged judged) {
    return judged.reason().isEmpty() ? "" : "; " + judged.reason();
  }

  /** The record's first valid factor of a kind, null where there is none. */
  private MeansRecord.Factor ofFirst(Predicate<String> kind) {
    return record.factors().entrySet().stream()
        .filter(entry -> kind.test(entry.getKey()) && entry.getValue().valid())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private String figure(Decimal value) {
    return result.unit().isEmpty() ? value.toString() : value + " " + result.unit();
  }
}
