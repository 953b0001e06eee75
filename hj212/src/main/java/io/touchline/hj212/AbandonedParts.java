package io.touchline.hj212;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Parts of a split upload that {@link PartJoiner} no longer waits to complete.
 *
 * @param arrived the numbers that came, ascending
 */
public record AbandonedParts(SplitId id, List<Integer> arrived, Cause cause) {

  /** Why nobody waits any more. */
  public enum Cause {
    /** The missing parts did not come in time. */
    EXPIRED,
    /** Room was needed for others; the missing parts may still come, and begin a new set. */
    CROWDED_OUT,
    /**
     * Nothing is missing: in the answer to a history request some loggers write the number of
     * records as PNUM and the record's as PNO, so that every DataTime has one part only, each with
     * another number. Two split uploads that lost complementary parts look the same.
     */
    RECORD_COUNT
  }

  /** The numbers that did not come, ascending; none when the numbers count records. */
  public List<Integer> missing() {
    Set<Integer> here = Set.copyOf(arrived);
    return cause == Cause.RECORD_COUNT
        ? List.of()
        : IntStream.rangeClosed(1, id.parts()).boxed().filter(n -> !here.contains(n)).toList();
  }
}
