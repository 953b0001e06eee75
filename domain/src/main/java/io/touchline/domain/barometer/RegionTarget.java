package io.touchline.domain.barometer;

import io.touchline.domain.Decimal;
import io.touchline.domain.RuleFile;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a region may emit of a factor in a target year (总量控制目标), all sources together.
 *
 * @param factor pollutant code; a group that no code stands for has a name of its own
 * @param capTonnes in the target year
 * @param baseTonnes emitted in the base year
 * @param monitoredBaseTonnes what today's monitored outlets emitted of the base, null where not
 *     known
 * @param role who is told of a change of level, null for {@link Progress#DEFAULT_ROLE}
 * @param source the document and its clause
 */
public record RegionTarget(
    String factor,
    int year,
    Decimal capTonnes,
    int baseYear,
    Decimal baseTonnes,
    Decimal monitoredBaseTonnes,
    String role,
    String source) {

  private static final int MONTHS = 12;

  private static final SortedMap<String, List<RegionTarget>> SHIPPED =
      RuleFile.read("region-targets").stream()
          .collect(
              Collectors.groupingBy(
                  cells -> cells.get(0),
                  TreeMap::new,
                  Collectors.mapping(RegionTarget::of, Collectors.toList())));

  private static RegionTarget of(List<String> cells) {
    return new RegionTarget(
        cells.get(1),
        Integer.parseInt(cells.get(2)),
        Decimal.of(cells.get(3)),
        Integer.parseInt(cells.get(4)),
        Decimal.of(cells.get(5)),
        null,
        null,
        RuleFile.source(cells).text());
  }

  /** The targets that ship ({@code regulation/region-targets.csv}) of a GB/T 2260 code. */
  public static List<RegionTarget> shipped(String region) {
    return SHIPPED.getOrDefault(region, List.of());
  }

  /** Whether a month lies after its base year and not after its target year. */
  public boolean covers(YearMonth month) {
    return month.getYear() > baseYear && month.getYear() <= year;
  }

  /** Months from the end of the base year to the end of a month. */
  int elapsedMonths(YearMonth month) {
    return (month.getYear() - baseYear - 1) * MONTHS + month.getMonthValue();
  }

  /** Months from the end of the base year to the end of the target year. */
  int allMonths() {
    return (year - baseYear) * MONTHS;
  }
}
