package io.touchline.domain.sample;

import io.touchline.domain.RuleFile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One dated row that says what a sample of some kind may be used for ({@code
 * regulation/sample-uses.csv}). A kind without a row is told of and proves nothing by itself.
 */
public record SampleUse(SampleKind kind, Use use, RuleFile.Source source) {

  /** What a single sample is good for. */
  public enum Use {
    /** Evidence by itself, whatever mean the limit is of. */
    ON_THE_SPOT
  }

  private static final List<SampleUse> ROWS =
      RuleFile.read("sample-uses").stream()
          .map(
              cells ->
                  new SampleUse(
                      SampleKind.valueOf(cells.get(0)),
                      Use.valueOf(cells.get(1)),
                      RuleFile.source(cells)))
          .toList();

  /** Every row that ships. */
  public static List<SampleUse> rows() {
    return ROWS;
  }

  /** The row in force; an unverified one gives no use. */
  public static Optional<SampleUse> of(SampleKind kind, Instant at) {
    return ROWS.stream()
        .filter(row -> row.kind() == kind && row.source().verified() && row.source().holdsAt(at))
        .findFirst();
  }
}
