package io.touchline.portal.page;

import io.touchline.contract.BarometerRecord;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.barometer.Level;
import io.touchline.domain.barometer.RegionTarget;
import io.touchline.portal.chart.MonthBars;
import java.util.List;
import java.util.Map;

/**
 * What the page of one region says of one year.
 *
 * @param place null for all regions together
 * @param path what it lies in, from the top down, as far as the caller may see it
 * @param latest the latest year that there is
 * @param factors those with a target first
 * @param shown factors that the tables have columns for
 * @param enterprises those that stand in the region itself, not in one within it
 * @param sectors of a province, else none
 */
public record RegionPage(
    Place place,
    List<Place> path,
    int year,
    int latest,
    List<FactorSum> factors,
    List<String> shown,
    List<Line> regions,
    List<Line> enterprises,
    List<Line> sectors) {

  /**
   * A region.
   *
   * @param name null where nobody gave it one
   */
  public record Place(String code, String name) {

    public String text(Words words) {
      if (name != null) {
        return name;
      }
      return code.endsWith("0000") ? words.province(code.substring(0, 2)) : code;
    }
  }

  /**
   * The sum of one factor in the year so far.
   *
   * @param outlets how many are in it
   * @param target the nearest, null where none is set
   * @param levels the barometer month by month, oldest first
   */
  public record FactorSum(
      String factor,
      long measured,
      long substituted,
      int outlets,
      RegionTarget target,
      List<BarometerRecord> levels,
      List<TotalRecord> months,
      MonthBars chart) {

    /** The barometer as it stands, null where the region is not on it. */
    public BarometerRecord barometer() {
      return levels.isEmpty() ? null : levels.get(levels.size() - 1);
    }

    /** The barometer of a month, null where there is none. */
    public Level level(TotalRecord month) {
      return levels.stream()
          .filter(level -> level.month().equals(month.start()))
          .map(BarometerRecord::level)
          .findFirst()
          .orElse(null);
    }
  }

  /**
   * One region, enterprise or sector with its sums by factor.
   *
   * @param href null where it has no page
   * @param inner whether it is a part of the line above
   */
  public record Line(
      String name,
      String note,
      String href,
      boolean inner,
      Map<String, TotalRecord> sums,
      Map<String, BarometerRecord> levels) {}

  /** Targets of the year, whatever their level. */
  public long targets() {
    return factors.stream().filter(factor -> factor.barometer() != null).count();
  }

  /** Targets that the region lies behind. */
  public long behind() {
    return factors.stream()
        .map(FactorSum::barometer)
        .filter(level -> level != null && level.level().isWorseThan(Level.GREEN))
        .count();
  }

  public long withoutData() {
    return factors.stream()
        .map(FactorSum::barometer)
        .filter(level -> level != null && level.level() == Level.NO_DATA)
        .count();
  }

  /** Most outlets that any sum is over. */
  public int outlets() {
    return factors.stream().mapToInt(FactorSum::outlets).max().orElse(0);
  }
}
