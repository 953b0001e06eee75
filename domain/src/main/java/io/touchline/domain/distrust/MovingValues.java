package io.touchline.domain.distrust;

import io.touchline.domain.Averages;
import io.touchline.domain.Decimal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The values of a stretch that moves on through time, kept in order of size. */
final class MovingValues {

  private final List<Decimal> sorted = new ArrayList<>();

  void add(Decimal value) {
    int found = Collections.binarySearch(sorted, value);
    sorted.add(found < 0 ? -1 - found : found, value);
  }

  /** Takes out one of that value; it was added before. */
  void remove(Decimal value) {
    sorted.remove(Collections.binarySearch(sorted, value));
  }

  /** Median absolute deviation from the median; there is at least one value. */
  Decimal deviation() {
    BigDecimal median = Averages.medianOfSorted(sorted).number();
    int above = firstAbove(median);
    int below = above - 1;
    List<Decimal> nearest = new ArrayList<>();
    // From the middle outwards, as far as the middle of the deviations.
    while (nearest.size() <= sorted.size() / 2) {
      BigDecimal up = above < sorted.size() ? away(above, median) : null;
      BigDecimal down = below >= 0 ? away(below, median) : null;
      boolean goesUp = down == null || (up != null && up.compareTo(down) < 0);
      nearest.add(new Decimal(goesUp ? up : down));
      above += goesUp ? 1 : 0;
      below -= goesUp ? 0 : 1;
    }
    int middle = nearest.size() - 1;
    return Averages.medianOfSorted(
        sorted.size() % 2 == 1
            ? nearest.subList(middle, middle + 1)
            : nearest.subList(middle - 1, middle + 1));
  }

  private int firstAbove(BigDecimal median) {
    int at = 0;
    int end = sorted.size();
    while (at < end) {
      int middle = (at + end) / 2;
      if (sorted.get(middle).number().compareTo(median) > 0) {
        end = middle;
      } else {
        at = middle + 1;
      }
    }
    return at;
  }

  private BigDecimal away(int at, BigDecimal median) {
    return sorted.get(at).number().subtract(median).abs();
  }
}
