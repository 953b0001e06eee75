package io.touchline.alerts.cases;

import java.util.List;

/**
 * How cases stand, within what somebody may see.
 *
 * @param open that are not over
 * @param dueToday of those, in how many a term ends today
 * @param overdue of those, in how many a term has ended that was not met
 * @param regions where they are, by code
 */
public record CaseOverview(long open, long dueToday, long overdue, List<Region> regions) {

  /** A region with a case. */
  public record Region(String code, String name) {}
}
