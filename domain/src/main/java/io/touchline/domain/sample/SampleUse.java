package io.touchline.domain.sample;

import io.touchline.domain.RuleFile;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One dated row that says what a sample of some kind may be used for ({@code
 * regulation/sample-uses.csv}). A kind without a row is told of and proves nothing by itself, and
 * so is one whose row needs a check.
 *
 * @param region where it holds, by the beginning of its GB/T 2260 code; "" everywhere
 */
public record SampleUse(SampleKind kind, String region, Use use, RuleFile.Source source) {

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
                      cells.get(1),
                      Use.valueOf(cells.get(2)),
                      RuleFile.source(cells)))
          .toList();

  /** Every row that ships. */
  public static List<SampleUse> rows() {
    return ROWS;
  }

  /** The row of a place in force, the nearest of several. */
  public static Optional<SampleUse> of(SampleKind kind, String region, Instant at) {
    return ROWS.stream()
        .filter(row -> row.kind() == kind && region.startsWith(row.region()))
        .filter(row -> row.source().holdsAt(at))
        .max(Comparator.comparingInt(row -> row.region().length()));
  }

  /** Whether it may be relied on. */
  public boolean isVerified() {
    return source.verified();
  }
}
