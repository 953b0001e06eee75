package io.touchline.domain.rate;

import io.touchline.domain.Decimal;
import io.touchline.domain.RuleFile;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The effective rate that a place must reach, as dated rows ({@code regulation/pass-marks.csv}):
 * the row of the nearest place, of several the newest.
 *
 * @param region first digits of a GB/T 2260 code, "" for the whole country
 */
public record PassMark(String region, Decimal percent, RuleFile.Source source) {

  private static final List<PassMark> ROWS =
      RuleFile.read("pass-marks").stream()
          .map(
              cells -> new PassMark(cells.get(0), Decimal.of(cells.get(1)), RuleFile.source(cells)))
          .toList();

  /**
   * The row in force.
   *
   * @param regionCode GB/T 2260 code, null where the place is not known
   */
  public static Optional<PassMark> of(String regionCode, Instant at) {
    String code = regionCode == null ? "" : regionCode;
    return ROWS.stream()
        .filter(row -> code.startsWith(row.region()) && row.source().holdsAt(at))
        .max(
            Comparator.comparing((PassMark row) -> row.region().length())
                .thenComparing(row -> row.source().validFrom()));
  }
}
