package io.touchline.domain.tax;

import io.touchline.domain.Decimal;
import io.touchline.domain.Medium;
import io.touchline.domain.RuleFile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How many kilograms of a factor are one pollution equivalent (污染当量值).
 *
 * @param group among whose factors the greatest equivalents are taxed
 */
public record TaxEquivalent(
    String factor, Medium medium, Decimal kilograms, String group, RuleFile.Source source) {

  private static final List<TaxEquivalent> ROWS =
      RuleFile.read("tax-equivalents").stream()
          .map(
              cells ->
                  new TaxEquivalent(
                      cells.get(0),
                      Medium.valueOf(cells.get(1)),
                      Decimal.of(cells.get(2)),
                      cells.get(3),
                      RuleFile.source(cells)))
          .toList();

  /** The row in force; empty where a factor is not taxed, or no row of it ships. */
  public static Optional<TaxEquivalent> of(String factor, Instant at) {
    return ROWS.stream()
        .filter(row -> row.factor().equals(factor) && row.source().holdsAt(at))
        .findFirst();
  }
}
