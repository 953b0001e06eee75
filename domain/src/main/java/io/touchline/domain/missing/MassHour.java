package io.touchline.domain.missing;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import io.touchline.domain.FrameRef;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One hour of one pollutant.
 *
 * @param start on the hour
 * @param massMg emitted mass in milligrams; of an invalid hour whatever was sent, kept and never
 *     used, or null
 * @param inputs the frames that prove it
 */
public record MassHour(Instant start, HourState state, Long massMg, SortedSet<FrameRef> inputs) {

  /** Of two accounts of one hour the one with the later frame stands. */
  static final Comparator<MassHour> ORDER =
      Comparator.comparing(MassHour::start)
          .thenComparing(MassHour::lastFrame, nullsFirst(naturalOrder()))
          .thenComparing(MassHour::state)
          .thenComparing(MassHour::massMg, nullsFirst(naturalOrder()))
          .thenComparing(MassHour::toString);

  /**
   * Checks what the rules rely on.
   *
   * @throws IllegalArgumentException where a measured hour has no mass, or it starts off the hour
   */
  public MassHour {
    if (state == HourState.MEASURED && massMg == null) {
      throw new IllegalArgumentException("a measured hour has a mass: " + start);
    }
    if (start.getEpochSecond() % 3600 != 0 || start.getNano() != 0) {
      throw new IllegalArgumentException("not on the hour: " + start);
    }
    inputs = Collections.unmodifiableSortedSet(new TreeSet<>(inputs));
  }

  static MassHour notReceived(Instant start) {
    return new MassHour(start, HourState.NOT_RECEIVED, null, Collections.emptySortedSet());
  }

  private FrameRef lastFrame() {
    return inputs.isEmpty() ? null : inputs.last();
  }
}
