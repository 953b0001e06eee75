package io.touchline.domain.water;

import io.touchline.domain.Decimal;
import io.touchline.domain.EmittedMass;
import io.touchline.domain.Unit;
import io.touchline.domain.water.SlotVerdict.Reason;
import java.math.BigDecimal;
import java.util.List;

/**
 * Mass that an hour or a day discharged: the sum of its slots, {@code C × Q} each (HJ 212-2017 App.
 * D eq. 8–11, read in full); where slots lack a concentration, the effective mean × the period's
 * volume (recall, needs check).
 *
 * @param massMg whole milligrams, null where there is none
 * @param volume m³ it was taken over, null where there is none
 * @param volumesUnknown slots that may have had flow and of which no volume is known; they are not
 *     in {@code volume} unless it was metered for the whole period
 * @param mean the mean and, in it, the slots that prove it
 */
public record SlotMass(
    Long massMg, Basis basis, Decimal volume, int volumesUnknown, SlotMean mean) {

  /** What the mass rests on. */
  public enum Basis {
    /** Every slot with discharge has a valid concentration and a volume. */
    SUM_OF_SLOTS,
    /** Some lack one: effective mean × volume. */
    MEAN_TIMES_VOLUME,
    /** Some lack one and the mean is not valid: what the others sum to, too little for certain. */
    SUM_OF_SOME_SLOTS,
    /** Nothing flowed: the mass is 0. */
    NO_FLOW,
    /** Neither. */
    NONE
  }

  /**
   * Mass of the period of the mean.
   *
   * @param metered m³ of the whole period by the meter, null where only slots tell
   */
  public static SlotMass of(SlotMean mean, Decimal metered) {
    List<Slot> standing =
        mean.inputs().stream()
            .filter(verdict -> verdict.reason() != Reason.OVERRULED)
            .map(SlotVerdict::slot)
            .toList();
    List<Slot> known =
        mean.inputs().stream()
            .filter(SlotVerdict::isValid)
            .map(SlotVerdict::slot)
            .filter(Slot::hasFlow)
            .toList();
    int unknown =
        mean.counts().missing()
            + (int) standing.stream().filter(slot -> !isVolume(slot.volume())).count();
    Decimal flowed = metered != null ? metered : volume(standing);
    if (mean.counts().discharge() == 0) {
      return new SlotMass(0L, Basis.NO_FLOW, new Decimal(BigDecimal.ZERO), unknown, mean);
    }
    if (known.size() == mean.counts().discharge()) {
      return sum(Basis.SUM_OF_SLOTS, known, unknown, mean);
    }
    if (!mean.validity().isValid() || flowed.isZero()) {
      return sum(Basis.SUM_OF_SOME_SLOTS, known, unknown, mean);
    }
    Long massMg = EmittedMass.of(mean.value(), mean.unit(), flowed);
    return new SlotMass(
        massMg, massMg == null ? Basis.NONE : Basis.MEAN_TIMES_VOLUME, flowed, unknown, mean);
  }

  private static SlotMass sum(Basis basis, List<Slot> slots, int unknown, SlotMean mean) {
    Unit unit = mean.unit();
    long sum = 0;
    for (Slot slot : slots) {
      Long massMg = EmittedMass.of(slot.value(), unit, slot.volume());
      if (massMg == null) {
        return new SlotMass(null, Basis.NONE, null, unknown, mean);
      }
      sum = Math.addExact(sum, massMg);
    }
    return slots.isEmpty()
        ? new SlotMass(null, Basis.NONE, null, unknown, mean)
        : new SlotMass(sum, basis, volume(slots), unknown, mean);
  }

  private static Decimal volume(List<Slot> slots) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Slot slot : slots) {
      sum = isVolume(slot.volume()) ? sum.add(slot.volume().number()) : sum;
    }
    return new Decimal(sum);
  }

  private static boolean isVolume(Decimal volume) {
    return volume != null && !volume.isNegative();
  }
}
