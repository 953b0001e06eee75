package io.touchline.contract;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import io.touchline.domain.Quantity;
import io.touchline.domain.barometer.Level;
import io.touchline.domain.barometer.Progress;
import io.touchline.domain.barometer.RegionTarget;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Value of topic {@link Topics#barometer()}: where a region stands at the end of a month on the way
 * to a target. What is held against the target is the mass of monitored outlets, a part of the
 * region's: {@code monitoredShare} says how much is seen at all, and belongs beside the level.
 *
 * @param month its start
 * @param capTonnes what the region may emit in the target year, and {@code baseTonnes} what it did
 *     in the base year
 * @param requiredMg what it may emit in a year by now
 * @param annualisedMg monitored mass of the year so far, as of a whole year; absent where no day is
 *     known
 * @param completion of the reduction due by now, absent where there is none to tell
 * @param before level of the month before, absent where the region was not on the barometer
 * @param tell the role to be told: of a change of level, and every month of the worst; else absent
 * @param reason in an English sentence with the figures
 * @param unit what cap and base are written in; absent for tonnes, GWh for energy, whose other
 *     amounts are watt-hours
 * @param source the target's document, and {@code bands} that of the levels
 */
public record BarometerRecord(
    int schemaVersion,
    String region,
    String factor,
    Instant month,
    int targetYear,
    Decimal capTonnes,
    Decimal baseTonnes,
    long requiredMg,
    Long annualisedMg,
    Decimal monitoredShare,
    int knownDays,
    Decimal completion,
    Level level,
    Level before,
    String tell,
    String reason,
    String source,
    String bands,
    String unit,
    int revision) {

  public static final int SCHEMA_VERSION = 1;

  /**
   * A month of a region.
   *
   * @param before null where the region was not on the barometer
   */
  public static BarometerRecord of(
      String region,
      LocalDate month,
      RegionTarget target,
      Progress progress,
      int knownDays,
      String bands,
      Level before) {
    boolean told = progress.level() == Level.RED || (before != null && before != progress.level());
    Quantity quantity = Quantity.of(target.factor());
    String role = target.role() == null ? Progress.DEFAULT_ROLE : target.role();
    return new BarometerRecord(
        SCHEMA_VERSION,
        region,
        target.factor(),
        ChinaTime.instant(month.atStartOfDay()),
        target.year(),
        target.capTonnes(),
        target.baseTonnes(),
        progress.requiredMg(),
        progress.annualisedMg(),
        progress.monitoredShare(),
        knownDays,
        progress.completion(),
        progress.level(),
        before,
        told ? role : null,
        progress.reason(),
        target.source(),
        bands,
        quantity == Quantity.MASS ? null : quantity.large().text(),
        1);
  }

  /** The same as another revision. */
  public BarometerRecord withRevision(int number) {
    return new BarometerRecord(
        schemaVersion,
        region,
        factor,
        month,
        targetYear,
        capTonnes,
        baseTonnes,
        requiredMg,
        annualisedMg,
        monitoredShare,
        knownDays,
        completion,
        level,
        before,
        tell,
        reason,
        source,
        bands,
        unit,
        number);
  }

  public boolean saysTheSameAs(BarometerRecord other) {
    return other != null && withRevision(0).equals(other.withRevision(0));
  }

  /** Key of the topic: {@code 630000|a21026|2030|2026-01-01T00:00:00+08:00}. */
  public String key() {
    return String.join("|", region, factor, Integer.toString(targetYear), ChinaTime.format(month));
  }
}
