package io.touchline.domain.cases;

import java.time.Instant;
import java.util.List;

/**
 * What the findings of a case suggest. It is no {@link Decision} and never becomes one: whoever
 * decides signs a decision of their own, and says why where it departs from this.
 *
 * @param measure the strictest measure that some ground allows
 * @param force whether some row says must
 */
public record Proposal(
    Measure measure, List<Ground> grounds, List<String> lawRows, GroundRow.Force force) {

  public Proposal {
    grounds = List.copyOf(grounds);
    lawRows = List.copyOf(lawRows);
  }

  /**
   * What findings suggest, closure apart: that is for an officer to propose.
   *
   * @param findings at least one with a ground of a limit or stop, else there is nothing to propose
   *     and null is returned
   */
  public static Proposal of(List<Finding> findings) {
    List<Finding> counting =
        findings.stream()
            .filter(
                finding ->
                    finding.ground().measure() == Measure.LIMIT
                        || finding.ground().measure() == Measure.STOP)
            .toList();
    if (counting.isEmpty()) {
      return null;
    }
    boolean stop = counting.stream().anyMatch(f -> f.ground().measure() == Measure.STOP);
    return new Proposal(
        stop ? Measure.STOP : Measure.LIMIT,
        counting.stream().map(Finding::ground).distinct().sorted().toList(),
        counting.stream().flatMap(f -> f.lawRows().stream()).distinct().sorted().toList(),
        counting.stream().anyMatch(Proposal::must) ? GroundRow.Force.MUST : GroundRow.Force.MAY);
  }

  private static boolean must(Finding finding) {
    Instant at = finding.from();
    return GroundRow.rows().stream()
        .filter(row -> finding.lawRows().contains(row.id()) && row.source().holdsAt(at))
        .anyMatch(row -> row.force() == GroundRow.Force.MUST);
  }
}
