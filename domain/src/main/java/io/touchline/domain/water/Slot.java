package io.touchline.domain.water;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import io.touchline.domain.Decimal;
import io.touchline.domain.FrameRef;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One factor in one time slot (时段): ten minutes of an hour, an hour of a day.
 *
 * @param value in the channel's unit, null where none came or it was no number
 * @param volume m³ that flowed in the slot, null where not known
 * @param inputs the frames that prove it
 */
public record Slot(
    Instant start, Decimal value, Decimal volume, Kind kind, SortedSet<FrameRef> inputs) {

  /** What the analyser did in the slot. */
  public enum Kind {
    /** It measured the discharge. */
    ORDINARY,
    /** It was being calibrated (校准). */
    CALIBRATION,
    /** It measured a standard or quality-control sample (标样核查). */
    QC_SAMPLE,
    /** Any other flag than N: fault, maintenance, set by hand. */
    ABNORMAL
  }

  /** Of two accounts of one slot the one with the later frame stands. */
  static final Comparator<Slot> ORDER =
      Comparator.comparing(Slot::start)
          .thenComparing(Slot::lastFrame, nullsFirst(naturalOrder()))
          .thenComparing(Slot::kind)
          .thenComparing(Slot::value, nullsFirst(naturalOrder()))
          .thenComparing(Slot::volume, nullsFirst(naturalOrder()))
          .thenComparing(Slot::toString);

  public Slot {
    inputs = Collections.unmodifiableSortedSet(new TreeSet<>(inputs));
  }

  private FrameRef lastFrame() {
    return inputs.isEmpty() ? null : inputs.last();
  }

  boolean hasFlow() {
    return volume != null && volume.number().signum() > 0;
  }
}
