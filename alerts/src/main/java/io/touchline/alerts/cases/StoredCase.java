package io.touchline.alerts.cases;

import io.touchline.contract.CaseEventRecord;
import io.touchline.domain.cases.CaseFile;
import io.touchline.domain.cases.Chain;
import java.util.List;

/**
 * A case as its rows have it.
 *
 * @param events the oldest first
 * @param head as it is kept apart
 */
record StoredCase(String caseId, List<CaseEventRecord> events, Chain.Head head) {

  static final Chain.Head NOTHING = new Chain.Head(0, Chain.GENESIS);

  List<Chain.Link> links() {
    return events.stream().map(CaseEventRecord::toDomain).toList();
  }

  Chain.Verdict verdict() {
    try {
      return Chain.verify(links(), head);
    } catch (IllegalArgumentException e) {
      return new Chain.Broken(1, null, Chain.Fault.CONTENT, e.getMessage());
    }
  }

  /**
   * The fold.
   *
   * @throws IllegalArgumentException where an event does not stand
   */
  CaseFile file() {
    return CaseFile.fold(links().stream().map(Chain.Link::event).toList());
  }

  Chain.Link last() {
    return events.isEmpty() ? null : events.get(events.size() - 1).toDomain();
  }
}
