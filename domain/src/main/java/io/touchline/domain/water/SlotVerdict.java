package io.touchline.domain.water;

import io.touchline.domain.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Whether a slot counts (有效数据), and if not, why. The slot itself stays, whatever the verdict.
 *
 * <p>A sharp rise, a sharp fall and a frozen value are no reasons: they need a look in the field
 * and are never taken out (seen in a repost of the 2007 text; the 2019 text from recall, needs
 * check).
 */
public record SlotVerdict(Slot slot, Reason reason) {

  /** Why a slot counts or not. */
  public enum Reason {
    VALID,
    /** Calibration: kept and marked. */
    CALIBRATION,
    /** Standard or quality-control sample: kept and marked. */
    QC_SAMPLE,
    /** A flag other than N. */
    ABNORMAL,
    NO_NUMBER,
    /** A reading or a volume below zero. */
    NEGATIVE,
    /** Nothing flowed, so there was no discharge to measure. */
    NO_FLOW,
    /** A later account of the same slot stands in its place. */
    OVERRULED
  }

  public static SlotVerdict of(Quantity quantity, Slot slot) {
    return new SlotVerdict(slot, reason(quantity, slot));
  }

  private static Reason reason(Quantity quantity, Slot slot) {
    return switch (slot.kind()) {
      case CALIBRATION -> Reason.CALIBRATION;
      case QC_SAMPLE -> Reason.QC_SAMPLE;
      case ABNORMAL -> Reason.ABNORMAL;
      case ORDINARY -> ofMeasured(quantity, slot);
    };
  }

  private static Reason ofMeasured(Quantity quantity, Slot slot) {
    boolean ofDischarge = quantity != Quantity.FLOW;
    if (ofDischarge && slot.volume() != null && slot.volume().isZero()) {
      return Reason.NO_FLOW;
    }
    if (slot.value() == null) {
      return Reason.NO_NUMBER;
    }
    boolean negativeVolume = ofDischarge && slot.volume() != null && slot.volume().isNegative();
    return slot.value().isNegative() || negativeVolume ? Reason.NEGATIVE : Reason.VALID;
  }

  /** The slots that start in {@code [from, to)}, each with its verdict, in one order for all. */
  static List<SlotVerdict> within(
      Quantity quantity, Instant from, Instant to, Collection<Slot> slots) {
    List<Slot> inside =
        slots.stream()
            .filter(slot -> !slot.start().isBefore(from) && slot.start().isBefore(to))
            .toList();
    Standing<Slot> standing = Standing.of(inside, Slot::start, Slot.ORDER);
    List<SlotVerdict> verdicts = new ArrayList<>();
    standing.byStart().values().forEach(slot -> verdicts.add(of(quantity, slot)));
    standing.overruled().forEach(slot -> verdicts.add(new SlotVerdict(slot, Reason.OVERRULED)));
    verdicts.sort(Comparator.comparing(SlotVerdict::slot, Slot.ORDER));
    return List.copyOf(verdicts);
  }

  boolean isValid() {
    return reason == Reason.VALID;
  }
}
