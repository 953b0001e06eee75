package io.touchline.domain.sample;

import java.util.Collection;

/**
 * The comparison pairs of one factor of a waste-water monitor on one day in China: three real
 * samples with errors within HJ 355-2019 table 1 make a check.
 *
 * @param pairs comparison samples that could be compared
 * @param within those whose error is allowed
 */
public record SamplePairs(int pairs, int within) {

  /** Counts comparison samples alone. */
  public static SamplePairs of(Collection<SampleComparison> comparisons) {
    int pairs = 0;
    int within = 0;
    for (SampleComparison one : comparisons) {
      if (one.sample().kind() == SampleKind.COMPARISON
          && one.verdict() != SampleComparison.Verdict.NOT_COMPARED) {
        pairs++;
        within += one.verdict() == SampleComparison.Verdict.AGREES ? 1 : 0;
      }
    }
    return new SamplePairs(pairs, within);
  }

  /** Whether there were enough pairs for a check, and one of them lies too far. */
  public boolean isFailed() {
    return pairs >= SampleFigure.PAIRS.count() && within < pairs;
  }
}
