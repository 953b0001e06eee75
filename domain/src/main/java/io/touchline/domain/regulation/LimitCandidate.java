package io.touchline.domain.regulation;

import io.touchline.domain.EmissionLimit;
import java.util.Set;

/**
 * One row that speaks of an outlet, before it is known which of them judges.
 *
 * @param mayJudge false for a row that nobody has verified and no officer adopted
 */
public record LimitCandidate(Rank rank, EmissionLimit limit, boolean mayJudge) {

  /** A row that somebody wrote for this very outlet. */
  public static LimitCandidate registered(EmissionLimit limit) {
    return new LimitCandidate(Rank.of(limit.source(), limit.clause()), limit, true);
  }

  /**
   * A row of a standard. One that is not verified judges only where an officer named it.
   *
   * @param adopted what was adopted for the outlet: a standard, or standard and clause
   */
  public static LimitCandidate ofStandard(StandardLimit row, Set<String> adopted) {
    boolean named = adopted.contains(row.name()) || adopted.contains(row.limit().source());
    return new LimitCandidate(row.rank(), row.limit(), row.verified() || named);
  }
}
