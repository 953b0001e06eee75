package io.touchline.alerts.http;

import io.touchline.alerts.cases.CaseLine;
import io.touchline.alerts.cases.CaseView;
import io.touchline.contract.CaseEventRecord;
import io.touchline.domain.cases.Chain;
import io.touchline.domain.cases.Due;
import io.touchline.domain.cases.Duty;
import io.touchline.domain.cases.Finding;
import io.touchline.domain.cases.Happening;
import io.touchline.domain.cases.IssuedCard;
import io.touchline.domain.cases.Proposal;
import java.time.LocalDate;
import java.util.List;

/**
 * A case as programs get it.
 *
 * @param version what an event is entered on
 * @param findings what speaks for a measure and was not decided on
 * @param proposal what they suggest; nobody has decided it
 * @param changed what of the stored events was changed, absent where they are whole
 */
record CaseJson(
    CaseLine line,
    long version,
    List<Finding> findings,
    Proposal proposal,
    List<DueJson> dues,
    List<IssuedCard> cards,
    List<Happening> possible,
    List<CaseEventRecord> events,
    String changed) {

  /** What is owed. */
  record DueJson(
      Duty duty,
      Duty.Debtor debtor,
      Due.State state,
      LocalDate from,
      LocalDate last,
      LocalDate doneOn,
      String law,
      String zh,
      String en,
      String note) {

    static DueJson of(Due due) {
      return new DueJson(
          due.duty(),
          due.duty().debtor(),
          due.state(),
          due.from(),
          due.last(),
          due.doneOn(),
          due.row().id(),
          due.duty().chinese(),
          due.duty().english(),
          due.note());
    }
  }

  static CaseJson of(CaseView view) {
    return new CaseJson(
        view.line(),
        view.version(),
        view.file().state().findings(),
        view.proposal(),
        view.dues().stream().map(DueJson::of).toList(),
        view.cards(),
        view.possible(),
        view.events(),
        view.verdict() instanceof Chain.Broken broken ? broken.what() : null);
  }
}
