package io.touchline.domain.tax;

import io.touchline.domain.Decimal;
import io.touchline.domain.Medium;
import io.touchline.domain.RuleFile;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Rates, reductions and how many factors of an outlet are taxed, as dated rows. */
final class TaxRules {

  /** Yuan an equivalent in a province by the first digits of its code. */
  record Rate(String region, Medium medium, Decimal yuan, RuleFile.Source source) {}

  /** What is payable where the mean lies more than so much below the limit. */
  record Reduction(Decimal belowPercent, Decimal payablePercent, RuleFile.Source source) {}

  private record Count(String group, int most, RuleFile.Source source) {}

  private static final List<Rate> RATES =
      RuleFile.read("tax-rates").stream()
          .map(
              cells ->
                  new Rate(
                      cells.get(0),
                      Medium.valueOf(cells.get(1)),
                      Decimal.of(cells.get(2)),
                      RuleFile.source(cells)))
          .toList();

  private static final List<Reduction> REDUCTIONS =
      RuleFile.read("tax-reductions").stream()
          .map(
              cells ->
                  new Reduction(
                      Decimal.of(cells.get(0)), Decimal.of(cells.get(1)), RuleFile.source(cells)))
          .sorted(Comparator.comparing(Reduction::belowPercent).reversed())
          .toList();

  private static final List<Count> COUNTS =
      RuleFile.read("tax-counts").stream()
          .map(
              cells ->
                  new Count(cells.get(0), Integer.parseInt(cells.get(1)), RuleFile.source(cells)))
          .toList();

  private TaxRules() {}

  static Optional<Rate> rate(String region, Medium medium, Instant at) {
    return RATES.stream()
        .filter(row -> region.startsWith(row.region()) && row.medium() == medium)
        .filter(row -> row.source().holdsAt(at))
        .findFirst();
  }

  /** The greatest reduction that a mean so many percent below its limit earns. */
  static Optional<Reduction> reduction(BigDecimal belowPercent, Instant at) {
    return REDUCTIONS.stream()
        .filter(row -> row.source().holdsAt(at))
        .filter(row -> belowPercent.compareTo(row.belowPercent().number()) > 0)
        .findFirst();
  }

  static int most(String group, Instant at) {
    return COUNTS.stream()
        .filter(row -> row.group().equals(group) && row.source().holdsAt(at))
        .mapToInt(Count::most)
        .findFirst()
        .orElse(0);
  }
}
