package io.touchline.domain.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Lists of findings, one a finding's name, in the order in which they first came. */
final class Findings {

  private Findings() {}

  static boolean has(List<Finding> findings, String id) {
    return findings.stream().anyMatch(finding -> finding.id().equals(id));
  }

  /** With one more, or with a later revision of one that is there. */
  static List<Finding> with(List<Finding> findings, Finding more) {
    if (!has(findings, more.id())) {
      List<Finding> longer = new ArrayList<>(findings);
      longer.add(more);
      return List.copyOf(longer);
    }
    return findings.stream()
        .map(old -> old.id().equals(more.id()) && more.revision() > old.revision() ? more : old)
        .toList();
  }

  /** As late truth has them; a null replacement takes the finding out. */
  static List<Finding> changed(List<Finding> findings, Detection.TruthChanged change) {
    return findings.stream()
        .map(old -> old.id().equals(change.findingId()) ? change.replacement() : old)
        .filter(Objects::nonNull)
        .toList();
  }

  /** Why a change names no finding of these. */
  static Outcome notFound(String id) {
    return Outcome.refused(
        Outcome.Reason.NOT_FOUND,
        "the case has no finding " + id,
        "bring it as DETECTED if the data show it now");
  }
}
