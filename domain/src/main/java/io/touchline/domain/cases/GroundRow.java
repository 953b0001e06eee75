package io.touchline.domain.cases;

import io.touchline.domain.RuleFile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A ground as the law of a time has it ({@code regulation/grounds.csv}).
 *
 * @param region first digits of a GB/T 2260 code, "" for the whole country; a row of a region
 *     stands beside the national one and does not replace it
 * @param force whether the authority may act or must
 * @param detects how far data can find it
 */
public record GroundRow(
    Ground ground, String region, Force force, Detects detects, RuleFile.Source source)
    implements LawRow {

  private static final List<GroundRow> ROWS =
      RuleFile.read("grounds").stream()
          .map(
              cells ->
                  new GroundRow(
                      Ground.valueOf(cells.get(0)),
                      cells.get(1),
                      Force.valueOf(cells.get(2)),
                      Detects.valueOf(cells.get(3)),
                      RuleFile.source(cells)))
          .toList();

  /** 可以 or 应当. */
  public enum Force {
    MAY,
    MUST
  }

  /** Who finds it. */
  public enum Detects {
    /** Data show it; a person confirms. */
    DATA,
    /** Data give a hint, a person must find it. */
    SUSPICION,
    /** Only a person can say it. */
    PERSON
  }

  /** Every row that ships. */
  public static List<GroundRow> rows() {
    return ROWS;
  }

  /** The national row in force on that day in China. */
  public static Optional<GroundRow> at(Ground ground, Instant instant) {
    return ROWS.stream()
        .filter(row -> row.ground() == ground && row.region().isEmpty())
        .filter(row -> row.source().holdsAt(instant))
        .findFirst();
  }

  /**
   * Rows of a region that stand beside the national one.
   *
   * @param regionCode GB/T 2260 code
   */
  public static List<GroundRow> ofRegion(Ground ground, String regionCode, Instant instant) {
    return ROWS.stream()
        .filter(row -> row.ground() == ground && !row.region().isEmpty())
        .filter(row -> regionCode.startsWith(row.region()) && row.source().holdsAt(instant))
        .toList();
  }

  @Override
  public String subject() {
    return region.isEmpty() ? ground.name() : ground.name() + '/' + region;
  }
}
