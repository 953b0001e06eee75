package io.touchline.alerts.cases;

import io.touchline.contract.CaseEventRecord;
import io.touchline.domain.cases.CaseFile;
import io.touchline.domain.cases.Chain;
import io.touchline.domain.cases.Due;
import io.touchline.domain.cases.Happening;
import io.touchline.domain.cases.IssuedCard;
import io.touchline.domain.cases.Proposal;
import java.util.List;

/**
 * One case with all there is to know of it, worked out from its events now.
 *
 * @param file its fold
 * @param events the oldest first, with their hashes
 * @param verdict whether the stored events are whole
 * @param dues what is owed
 * @param proposal what its findings suggest, null where nothing; nobody has decided it
 * @param cards what signed decisions gave
 * @param possible what can happen now at all
 */
public record CaseView(
    CaseLine line,
    CaseFile file,
    List<CaseEventRecord> events,
    Chain.Verdict verdict,
    List<Due> dues,
    Proposal proposal,
    List<IssuedCard> cards,
    List<Happening> possible) {

  /** What an event is entered on. */
  public long version() {
    return events.size();
  }
}
