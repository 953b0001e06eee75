package io.touchline.domain.missing;

import io.touchline.domain.missing.SubstitutedHour.Outcome;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The substituted series of one pollutant in one quarter, beside raw, corrected and validated: for
 * mass only.
 *
 * @param hours every hour of the quarter, earliest first
 * @param overruled accounts of hours, of the quarter or before it, in whose place another stands
 */
public record SubstitutedSeries(
    String factor,
    Quarter quarter,
    CaptureRate capture,
    List<SubstitutedHour> hours,
    List<MassHour> overruled) {

  /** Milligrams measured. */
  public long measuredMg() {
    return sum(true);
  }

  /** Milligrams that stand in for hours without valid data. */
  public long substitutedMg() {
    return sum(false);
  }

  private long sum(boolean measured) {
    long sum = 0;
    for (SubstitutedHour hour : hours) {
      if (hour.massMg() != null && (hour.outcome() == Outcome.MEASURED) == measured) {
        sum = Math.addExact(sum, hour.massMg());
      }
    }
    return sum;
  }

  /** How many hours came out how. */
  public Map<Outcome, Integer> counts() {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    hours.forEach(hour -> counts.merge(hour.outcome(), 1, Integer::sum));
    return Collections.unmodifiableMap(counts);
  }
}
