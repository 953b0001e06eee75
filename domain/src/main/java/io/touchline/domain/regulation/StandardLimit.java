package io.touchline.domain.regulation;

import io.touchline.domain.Averaging;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.RuleFile;
import io.touchline.domain.Unit;
import java.util.List;
import java.util.Set;

/**
 * One dated row of an emission standard ({@code regulation/emission-limits.csv}).
 *
 * @param facilities codes of {@link RegulatedFacility} that it holds for
 * @param limit as it judges: source is the standard
 * @param referenceOxygen percent that a converted value is corrected to, null where none is set or
 *     known
 * @param jurisdiction first digits of the GB/T 2260 codes in which it holds, "" for everywhere
 * @param verified whether figure and date were seen in the text or a reproduction of it
 */
public record StandardLimit(
    Rank rank,
    Set<String> facilities,
    EmissionLimit limit,
    Decimal referenceOxygen,
    String jurisdiction,
    boolean verified) {

  private static final List<StandardLimit> ROWS =
      RuleFile.read("emission-limits").stream().map(StandardLimit::of).toList();

  /** Every row that ships. */
  public static List<StandardLimit> rows() {
    return ROWS;
  }

  /**
   * Those that speak of a facility in a region, whatever their dates and whether verified or not.
   *
   * @param region GB/T 2260 code, null where it is not known: then only what holds everywhere
   */
  public static List<StandardLimit> of(RegulatedFacility facility, String region) {
    return ROWS.stream()
        .filter(row -> row.facilities.contains(facility.code()))
        .filter(row -> row.jurisdiction.isEmpty() || startsWith(region, row.jurisdiction))
        .toList();
  }

  /** How an officer names it: standard and clause. */
  public String name() {
    return limit.source() + ' ' + limit.clause();
  }

  private static boolean startsWith(String region, String jurisdiction) {
    return region != null && region.startsWith(jurisdiction);
  }

  private static StandardLimit of(List<String> cells) {
    RuleFile.Source source = RuleFile.source(cells);
    return new StandardLimit(
        Rank.valueOf(cells.get(0)),
        Set.of(cells.get(1).split(" ", -1)),
        new EmissionLimit(
            cells.get(2),
            Decimal.parse(cells.get(3)),
            Decimal.of(cells.get(4)),
            Unit.of(cells.get(5)),
            Averaging.valueOf(cells.get(6)),
            EmissionLimit.Basis.valueOf(cells.get(7)),
            source.standard(),
            source.clause(),
            source.validFrom(),
            source.validTo()),
        Decimal.parse(cells.get(8)),
        cells.get(9),
        source.verified());
  }
}
