package io.touchline.domain.facility;

import io.touchline.domain.Decimal;
import io.touchline.domain.RuleFile;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How much of a factor treatment must take out, as dated rows ({@code regulation/removal.csv}): the
 * row of the nearest place, of several the newest.
 *
 * @param region first digits of a GB/T 2260 code, "" for the whole country
 */
public record RemovalRequirement(
    String region, String factor, Decimal percent, RuleFile.Source source) {

  private static final List<RemovalRequirement> ROWS =
      RuleFile.read("removal").stream()
          .map(
              cells ->
                  new RemovalRequirement(
                      cells.get(0), cells.get(1), Decimal.of(cells.get(2)), RuleFile.source(cells)))
          .toList();

  /**
   * The row in force.
   *
   * @param regionCode GB/T 2260 code, null where the place is not known
   */
  public static Optional<RemovalRequirement> of(String regionCode, String factor, Instant at) {
    String code = regionCode == null ? "" : regionCode;
    return ROWS.stream()
        .filter(row -> row.factor().equals(factor))
        .filter(row -> code.startsWith(row.region()) && row.source().holdsAt(at))
        .max(
            Comparator.comparing((RemovalRequirement row) -> row.region().length())
                .thenComparing(row -> row.source().validFrom()));
  }
}
