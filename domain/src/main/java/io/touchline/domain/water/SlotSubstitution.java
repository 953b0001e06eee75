package io.touchline.domain.water;

import io.touchline.domain.ArithmeticMean;
import io.touchline.domain.Averages;
import io.touchline.domain.Decimal;
import io.touchline.domain.Standing;
import io.touchline.domain.water.SlotVerdict.Reason;
import io.touchline.domain.water.SubstitutedSlot.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/**
 * N consecutive missing slots are each replaced by the arithmetic mean of the N slots before them,
 * pH by their median (HJ/T 356-2007 as software implements it; whether HJ 356-2019 keeps it needs a
 * check).
 *
 * <p>Missing is what did not come or is not valid; a slot without flow is neither. The slots before
 * are the last valid measured ones: what was substituted is never looked back to.
 */
public final class SlotSubstitution {

  private final Quantity quantity;
  private final Duration slotLength;

  public SlotSubstitution(Quantity quantity, Duration slotLength) {
    this.quantity = quantity;
    this.slotLength = slotLength;
  }

  /**
   * Substitutes of the missing slots that start in {@code [from, to)}, in their order. Gaps that
   * reach beyond count in their whole known length.
   *
   * @param from a start of a slot
   * @param slots of that time, and before it as far back as gaps may look
   */
  public List<SubstitutedSlot> within(Instant from, Instant to, Collection<Slot> slots) {
    SortedMap<Instant, Slot> known =
        Standing.of(slots, slot -> cell(from, slot.start()), Slot.ORDER).byStart();
    Instant first = known.isEmpty() || from.isBefore(known.firstKey()) ? from : known.firstKey();
    Instant last = known.isEmpty() ? to : latest(to, known.lastKey().plus(slotLength));
    List<SubstitutedSlot> substitutes = new ArrayList<>();
    List<Slot> before = new ArrayList<>();
    List<Instant> gap = new ArrayList<>();
    for (Instant at = first; at.isBefore(last); at = at.plus(slotLength)) {
      Slot slot = known.get(at);
      Reason reason = slot == null ? Reason.NO_NUMBER : SlotVerdict.of(quantity, slot).reason();
      if (reason != Reason.VALID && reason != Reason.NO_FLOW) {
        gap.add(at);
        continue;
      }
      substitutes.addAll(fill(gap, before));
      gap.clear();
      if (reason == Reason.VALID) {
        before.add(slot);
      }
    }
    substitutes.addAll(fill(gap, before));
    return substitutes.stream()
        .filter(one -> !one.start().isBefore(from) && one.start().isBefore(to))
        .toList();
  }

  private List<SubstitutedSlot> fill(List<Instant> gap, List<Slot> before) {
    int run = gap.size();
    if (before.size() < run) {
      return gap.stream()
          .map(at -> new SubstitutedSlot(at, null, Outcome.TOO_FEW_BEFORE, run, List.of()))
          .toList();
    }
    if (run == 0) {
      return List.of();
    }
    List<Slot> inputs = List.copyOf(before.subList(before.size() - run, before.size()));
    List<Decimal> values = inputs.stream().map(Slot::value).toList();
    boolean byMedian = quantity == Quantity.PH;
    Decimal value = byMedian ? Averages.median(values) : ArithmeticMean.of(values);
    Outcome outcome = byMedian ? Outcome.MEDIAN_OF_PRECEDING : Outcome.MEAN_OF_PRECEDING;
    return gap.stream().map(at -> new SubstitutedSlot(at, value, outcome, run, inputs)).toList();
  }

  private Instant cell(Instant from, Instant start) {
    long millis = Duration.between(from, start).toMillis();
    return from.plusMillis(Math.floorDiv(millis, slotLength.toMillis()) * slotLength.toMillis());
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
