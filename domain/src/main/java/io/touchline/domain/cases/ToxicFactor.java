package io.touchline.domain.cases;

import io.touchline.domain.RuleFile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A factor that counts as heavy metal, persistent organic or the like ({@code
 * regulation/toxic-factors.csv}; which factors do is recall and needs a check).
 */
public record ToxicFactor(String factor, String name, RuleFile.Source source) implements LawRow {

  private static final List<ToxicFactor> ROWS =
      RuleFile.read("toxic-factors").stream()
          .map(cells -> new ToxicFactor(cells.get(0), cells.get(1), RuleFile.source(cells)))
          .toList();

  /** Every row that ships. */
  public static List<ToxicFactor> rows() {
    return ROWS;
  }

  /** The row in force on that day in China, empty where the factor is none of them. */
  public static Optional<ToxicFactor> at(String factor, Instant instant) {
    return ROWS.stream()
        .filter(row -> row.factor().equals(factor) && row.source().holdsAt(instant))
        .findFirst();
  }

  @Override
  public String subject() {
    return factor;
  }
}
