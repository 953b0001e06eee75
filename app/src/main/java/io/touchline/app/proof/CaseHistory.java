package io.touchline.app.proof;

import io.touchline.contract.CaseEventRecord;
import io.touchline.domain.cases.CaseEvent;
import io.touchline.domain.cases.CaseFile;
import io.touchline.domain.cases.Chain;
import io.touchline.domain.cases.Detection;
import io.touchline.domain.cases.Finding;
import io.touchline.domain.cases.LateTruth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The events of one case as they were published, the oldest first.
 *
 * @param records each link once
 */
record CaseHistory(List<CaseEventRecord> records) {

  /** Links of a case in any order; one that was published twice counts once. */
  static CaseHistory of(List<CaseEventRecord> found) {
    return new CaseHistory(
        found.stream()
            .distinct()
            .sorted(Comparator.comparingLong(CaseEventRecord::sequence))
            .toList());
  }

  /**
   * Whether any event was touched.
   *
   * @throws IllegalArgumentException where a record is no event at all
   */
  Chain.Verdict chain() {
    return Chain.verify(records.stream().map(CaseEventRecord::toDomain).toList(), null);
  }

  /**
   * The case as its events have made it.
   *
   * @throws IllegalArgumentException where an event does not stand
   */
  CaseFile file() {
    return CaseFile.fold(events());
  }

  /**
   * The findings that the case rests on: those that a measure was decided on or is proposed for. Of
   * a case that holds none any more, the last version of each it ever had.
   */
  List<Claim> claims() {
    List<Finding> held = LateTruth.held(file().state());
    List<Finding> findings = held.isEmpty() ? everDetected() : held;
    return findings.stream()
        .distinct()
        .map(this::claim)
        .sorted(Comparator.comparing((Claim claim) -> claim.finding().id()))
        .toList();
  }

  private List<Finding> everDetected() {
    Map<String, Finding> last = new LinkedHashMap<>();
    for (CaseEvent event : events()) {
      Finding finding = broughtBy(event);
      if (finding != null) {
        last.put(finding.id(), finding);
      }
    }
    return List.copyOf(last.values());
  }

  private Claim claim(Finding finding) {
    return events().stream()
        .filter(event -> finding.equals(broughtBy(event)))
        .findFirst()
        .map(event -> new Claim(finding, event.at()))
        .orElseThrow(() -> new IllegalStateException("no event brought " + finding.id()));
  }

  private static Finding broughtBy(CaseEvent event) {
    if (event.what() instanceof Detection.Detected detected) {
      return detected.finding();
    }
    return event.what() instanceof Detection.TruthChanged changed ? changed.replacement() : null;
  }

  private List<CaseEvent> events() {
    return records.stream()
        .map(record -> record.toDomain().event())
        .collect(Collectors.toUnmodifiableList());
  }
}
