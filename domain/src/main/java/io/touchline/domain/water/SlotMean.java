package io.touchline.domain.water;

import io.touchline.domain.ArithmeticMean;
import io.touchline.domain.Averages;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.Decimal;
import io.touchline.domain.Unit;
import io.touchline.domain.Validity;
import io.touchline.domain.water.WaterMethod.Averaging;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Effective mean concentration of an hour or a day (有效日均值): {@code Σ(C × Q) / ΣQ} over the valid
 * slots with flow (HJ 212-2017 D.1.2.3, read in full), or the plain mean where the outlet declares
 * it. Where a weighted mean is declared, a slot of unknown volume is not counted; the mean never
 * turns into a plain one by itself.
 *
 * @param value null where no slot counts; given, though not valid, where too few do
 * @param inputs every slot of the period with its verdict
 */
public record SlotMean(
    Decimal value,
    Unit unit,
    WaterMethod method,
    Validity validity,
    SlotCounts counts,
    List<SlotVerdict> inputs) {

  /**
   * The mean of one period.
   *
   * @param slotLength the length of one slot; what does not start in the period is not looked at
   */
  public static SlotMean of(
      WaterMethod method,
      Unit unit,
      AveragingPeriod period,
      Instant start,
      Duration slotLength,
      Collection<Slot> slots) {
    List<SlotVerdict> verdicts =
        SlotVerdict.within(Quantity.POLLUTANT, start, period.endOf(start), slots);
    boolean weighted = method.averaging() == Averaging.FLOW_WEIGHTED;
    List<Slot> counted =
        verdicts.stream()
            .filter(SlotVerdict::isValid)
            .map(SlotVerdict::slot)
            .filter(slot -> !weighted || slot.hasFlow())
            .toList();
    int expected = Math.toIntExact(period.length().dividedBy(slotLength));
    SlotCounts counts = SlotCounts.of(expected, verdicts, counted.size());
    return new SlotMean(
        counted.isEmpty() ? null : mean(counted, weighted),
        unit,
        method,
        counts.validity(method.minimumShare()),
        counts,
        verdicts);
  }

  private static Decimal mean(List<Slot> counted, boolean weighted) {
    List<Decimal> values = counted.stream().map(Slot::value).toList();
    return weighted
        ? Averages.weighted(values, counted.stream().map(Slot::volume).toList())
        : ArithmeticMean.of(values);
  }
}
