package io.touchline.domain.selfcheck;

import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmittedMass;
import io.touchline.domain.FactorBook;
import io.touchline.domain.FactorMean;
import io.touchline.domain.Measurement;
import io.touchline.domain.Threshold;
import io.touchline.domain.Upload;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Holds a logger's own hour or day against what its parts give, and its emitted mass against its
 * concentration and volume (design: the logger against itself). Only valid figures are compared, of
 * concentrations, oxygen and flow.
 */
public final class SelfCheck {

  private static final int MG_IN_KG = 6;
  private static final int MG_IN_G = 3;

  /** What disagrees. */
  public enum Kind {
    HOUR_DIFFERS_FROM_MINUTES,
    DAY_DIFFERS_FROM_HOURS,
    MASS_DIFFERS_FROM_FLOW
  }

  /** A number that its logger's other numbers contradict. */
  public record Difference(Kind kind, String factor, SelfComparison comparison) {}

  private SelfCheck() {}

  /**
   * What disagrees in a period.
   *
   * @param upload the logger's own hour or day as sent
   * @param reported the same as means
   * @param recomputed the means that the parts give
   */
  public static List<Difference> of(
      AveragingPeriod period,
      Instant start,
      Upload upload,
      SortedMap<String, FactorMean> reported,
      SortedMap<String, FactorMean> recomputed) {
    List<Difference> found = new ArrayList<>();
    Decimal volume = volume(reported);
    reported.forEach(
        (factor, mean) -> {
          if (mean.validity().isValid() && isCompared(factor, mean)) {
            add(found, parts(period), factor, mean(period, start, mean, recomputed.get(factor)));
          }
          if (mean.validity().isValid() && period == AveragingPeriod.HOUR) {
            add(
                found,
                Kind.MASS_DIFFERS_FROM_FLOW,
                factor,
                mass(start, upload.measurements().get(factor), mean, volume));
          }
        });
    return found;
  }

  private static void add(
      List<Difference> found, Kind kind, String factor, SelfComparison comparison) {
    if (comparison.verdict() == SelfComparison.Verdict.DIFFERS) {
      found.add(new Difference(kind, factor, comparison));
    }
  }

  private static Kind parts(AveragingPeriod period) {
    return period == AveragingPeriod.HOUR
        ? Kind.HOUR_DIFFERS_FROM_MINUTES
        : Kind.DAY_DIFFERS_FROM_HOURS;
  }

  private static SelfComparison mean(
      AveragingPeriod period, Instant start, FactorMean reported, FactorMean recomputed) {
    boolean known = recomputed != null && recomputed.validity().isValid();
    return SelfComparison.of(
        period == AveragingPeriod.HOUR
            ? Threshold.Name.SELF_HOUR_MINUTES
            : Threshold.Name.SELF_DAY_HOURS,
        reported.value(),
        known ? recomputed.value() : null,
        start);
  }

  /** In the unit that the logger counts mass in: kilograms, or grams of what it has in µg. */
  private static SelfComparison mass(
      Instant start, Measurement measured, FactorMean mean, Decimal volume) {
    Long milligrams = EmittedMass.of(mean.value(), mean.unit(), volume);
    boolean concentration = mean.unit().isConcentration();
    int power = mean.unit().power() < 0 ? MG_IN_G : MG_IN_KG;
    return SelfComparison.of(
        Threshold.Name.SELF_MASS_FLOW,
        concentration ? measured.amount() : null,
        milligrams == null ? null : new Decimal(BigDecimal.valueOf(milligrams)).shifted(-power),
        start);
  }

  private static Decimal volume(SortedMap<String, FactorMean> means) {
    return means.entrySet().stream()
        .filter(entry -> FactorBook.isFlow(entry.getKey()))
        .map(Map.Entry::getValue)
        .filter(flow -> flow.validity().isValid() && flow.amount() != null)
        .map(FactorMean::amount)
        .findFirst()
        .orElse(null);
  }

  private static boolean isCompared(String factor, FactorMean mean) {
    return mean.unit().isConcentration()
        || FactorBook.isFlow(factor)
        || FactorBook.isOxygen(factor);
  }
}
