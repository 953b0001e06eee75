package io.touchline.domain.missing;

import io.touchline.domain.Averages;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmittedMass;
import io.touchline.domain.Threshold;
import io.touchline.domain.Unit;
import java.time.Instant;
import java.util.Collection;

/**
 * Share of the operating hours without valid data, and what follows for the actual emission (HJ
 * 942-2018 9.1, seen in a repost, needs check).
 *
 * @param operating hours in which the source ran
 * @param missing of those, without valid data
 * @param percent null where the source never ran; rounded, never compared
 * @param limit the row that was held against it, null where none was in force
 */
public record MissingShare(
    int operating, int missing, Decimal percent, Consequence consequence, Threshold limit) {

  /** What follows. */
  public enum Consequence {
    NOTHING_MISSING,
    /** Gaps are filled by {@link MassSubstitution}. */
    FILLED_BY_TABLES,
    /**
     * Automatic data cannot be used: reckoned as required and not adopted, that is from production
     * and emission coefficients as if nothing were removed.
     */
    DIRECT_DISCHARGE,
    /**
     * The same share, but the plant proved that it is not at fault: manual data, or the hourly mean
     * of stable running in the half-year before.
     */
    MANUAL_OR_HALF_YEAR_MEAN,
    /** No limit was in force. */
    NO_RULE
  }

  /** Of the hours that start in {@code [from, to)}; an hour not among them was not received. */
  public static MissingShare of(
      Instant from, Instant to, Collection<MassHour> known, boolean provenNotAtFault) {
    CaptureRate hours = CaptureRate.of(from, to, known);
    return ofCounts(hours.due(), hours.invalid(), provenNotAtFault, from);
  }

  /** Of counts alone. */
  public static MissingShare ofCounts(
      int operating, int missing, boolean provenNotAtFault, Instant at) {
    Threshold limit = Threshold.at(Threshold.Name.MISSING_LIMIT, at).orElse(null);
    return new MissingShare(
        operating,
        missing,
        operating == 0 ? null : Averages.percent(missing, operating),
        consequence(operating, missing, provenNotAtFault, limit),
        limit);
  }

  private static Consequence consequence(
      int operating, int missing, boolean provenNotAtFault, Threshold limit) {
    if (missing == 0) {
      return Consequence.NOTHING_MISSING;
    }
    if (limit == null) {
      return Consequence.NO_RULE;
    }
    if (!Averages.isAbove(missing, operating, limit.percent())) {
      return Consequence.FILLED_BY_TABLES;
    }
    return provenNotAtFault ? Consequence.MANUAL_OR_HALF_YEAR_MEAN : Consequence.DIRECT_DISCHARGE;
  }

  /** Whether the share is above what the rule bears. */
  public boolean isFlagged() {
    return consequence == Consequence.DIRECT_DISCHARGE
        || consequence == Consequence.MANUAL_OR_HALF_YEAR_MEAN;
  }

  /**
   * Milligrams of the missing hours by the half-year before.
   *
   * @param concentration mean hourly concentration of stable running, mg/m³
   * @param volume mean hourly gas volume, m³
   * @return null where a part is missing
   */
  public Long halfYearMassMg(Decimal concentration, Decimal volume) {
    Long hourMg = EmittedMass.of(concentration, Unit.MG_PER_M3, volume);
    return hourMg == null ? null : Math.multiplyExact(hourMg, (long) missing);
  }
}
