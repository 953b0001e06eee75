package io.touchline.domain.water;

import io.touchline.domain.Averages;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Decimal;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.Validity;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * pH of an hour or a day: least, greatest and middle reading, never weighted by flow (recall, needs
 * check: HJ 356-2019 section 7 was not seen).
 *
 * @param min null where no reading counts, as the two others
 * @param inputs every slot of the period with its verdict
 */
public record PhRange(
    Decimal min,
    Decimal max,
    Decimal median,
    Validity validity,
    SlotCounts counts,
    List<SlotVerdict> inputs) {

  /** How a range of readings lies to the range allowed. */
  public enum Verdict {
    WITHIN,
    BELOW,
    ABOVE,
    BELOW_AND_ABOVE,
    /** The period is not valid, or the limit is no range. */
    NOT_JUDGED
  }

  /**
   * Judged by range: a reading equal to an end of it complies.
   *
   * @param below readings below the range, whether the period was judged or not
   * @param above readings above it
   */
  public record Judged(Verdict verdict, EmissionLimit limit, int below, int above, PhRange range) {}

  /** The range of one period; what does not start in it is not looked at. */
  public static PhRange of(
      WaterMethod method,
      AveragingPeriod period,
      Instant start,
      Duration slotLength,
      Collection<Slot> slots) {
    List<SlotVerdict> verdicts = SlotVerdict.within(Quantity.PH, start, period.endOf(start), slots);
    List<Decimal> sorted = readings(verdicts);
    int expected = Math.toIntExact(period.length().dividedBy(slotLength));
    SlotCounts counts = SlotCounts.of(expected, verdicts, sorted.size());
    boolean none = sorted.isEmpty();
    return new PhRange(
        none ? null : Decimal.computed(sorted.get(0).number()),
        none ? null : Decimal.computed(sorted.get(sorted.size() - 1).number()),
        none ? null : Averages.median(sorted),
        counts.validity(method.minimumShare()),
        counts,
        verdicts);
  }

  private static List<Decimal> readings(List<SlotVerdict> verdicts) {
    return verdicts.stream()
        .filter(SlotVerdict::isValid)
        .map(verdict -> verdict.slot().value())
        .sorted()
        .toList();
  }

  public Judged judge(EmissionLimit limit) {
    if (!limit.isRange()) {
      return new Judged(Verdict.NOT_JUDGED, limit, 0, 0, this);
    }
    int below = 0;
    int above = 0;
    for (Decimal reading : readings(inputs)) {
      below += limit.lower().exceeds(reading) ? 1 : 0;
      above += reading.exceeds(limit.value()) ? 1 : 0;
    }
    return new Judged(
        validity.isValid() ? verdict(below > 0, above > 0) : Verdict.NOT_JUDGED,
        limit,
        below,
        above,
        this);
  }

  private static Verdict verdict(boolean below, boolean above) {
    if (below) {
      return above ? Verdict.BELOW_AND_ABOVE : Verdict.BELOW;
    }
    return above ? Verdict.ABOVE : Verdict.WITHIN;
  }
}
