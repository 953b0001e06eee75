package io.touchline.domain.flue;

import io.touchline.domain.Decimal;
import io.touchline.domain.RuleFile;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The reference of each kind of source, as dated rows ({@code regulation/reference-oxygen.csv}). A
 * row's {@code verified} speaks of its figure; the days are recall. The permit always comes first.
 */
public final class ReferenceRules {

  private static final List<Row> ROWS =
      RuleFile.read("reference-oxygen").stream().map(Row::of).toList();

  /** One row. An unverified one may be used only where an officer adopted it for the outlet. */
  public record Row(SourceKind kind, Reference reference, RuleFile.Source source) {

    private static Row of(List<String> cells) {
      Decimal value = Decimal.parse(cells.get(2));
      Reference reference =
          switch (cells.get(1)) {
            case "OXYGEN" -> new Reference.Oxygen(value);
            case "EXCESS_AIR" -> new Reference.ExcessAir(value);
            case "NONE" -> new Reference.None();
            default -> throw new IllegalArgumentException("no basis " + cells.get(1));
          };
      return new Row(SourceKind.valueOf(cells.get(0)), reference, RuleFile.source(cells));
    }

    /** Whether an instrument that converts by excess air does so against a standard by oxygen. */
    public boolean contradicts(Reference ofInstrument) {
      return reference instanceof Reference.Oxygen && ofInstrument instanceof Reference.ExcessAir;
    }
  }

  private ReferenceRules() {}

  public static List<Row> rows() {
    return ROWS;
  }

  /** The newest row in force on that day in China; empty before the first. */
  public static Optional<Row> at(SourceKind kind, Instant time) {
    return ROWS.stream()
        .filter(row -> row.kind() == kind && row.source().holdsAt(time))
        .max(Comparator.comparing(row -> row.source().validFrom()));
  }
}
