package io.touchline.alerts.cases;

import io.touchline.contract.CaseRecord;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.calendar.WorkingDays;
import io.touchline.domain.cases.CaseFile;
import io.touchline.domain.cases.Chain;
import io.touchline.domain.cases.Detection;
import io.touchline.domain.cases.Due;
import io.touchline.domain.cases.Dues;
import io.touchline.domain.cases.IssuedCard;
import io.touchline.domain.cases.Law;
import io.touchline.domain.cases.Outcome;
import io.touchline.domain.cases.Proposal;
import io.touchline.domain.cases.Transition;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What people may do with cases. Each call is a transaction and a line of the {@link AccessLog}.
 * Nothing is decided here: {@link #enter} takes what people did, in the words of {@code
 * domain.cases}, and the rules say whether it stands.
 */
public final class Enforcement {

  private final Jdbi jdbi;
  private final Clock clock;
  private final WorkingDays calendar = WorkingDays.standard();

  public Enforcement(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** Cases that they may see, the latest opened first. */
  public CasePage list(Participant who, CaseQuery query) {
    return jdbi.inTransaction(
        handle -> {
          CasePage page = CaseLines.page(handle, who, query);
          AccessLog.add(
              handle,
              clock.instant(),
              who,
              "LISTED",
              "cases",
              String.join(" ", page.cases().stream().map(line -> line.state().caseId()).toList()));
          return page;
        });
  }

  /** How the cases that they may see stand today. */
  public CaseOverview overview(Participant who) {
    return jdbi.withHandle(
        handle -> CaseLines.overview(handle, who, ChinaTime.date(clock.instant())));
  }

  /** One case; empty where there is none or it is not theirs to see. */
  public Optional<CaseView> one(Participant who, String caseId) {
    return jdbi.inTransaction(
        handle -> {
          Optional<CaseLine> line =
              CaseLines.one(handle, caseId)
                  .filter(found -> who.sees(found.state().enterprise(), found.regionCode()));
          AccessLog.add(
              handle, clock.instant(), who, line.isPresent() ? "READ" : "NOT_SHOWN", caseId, "");
          return line.map(found -> view(handle, found));
        });
  }

  /** What is owed in it now; empty as {@link #one}. */
  public Optional<List<Due>> duties(Participant who, String caseId) {
    return one(who, caseId).map(CaseView::dues);
  }

  /**
   * Enters an event.
   *
   * @return that it stands, or why it does not
   */
  public Answer enter(Participant who, String caseId, NewEvent event) {
    return Retried.inTransaction(
        jdbi,
        handle -> {
          Answer answer = new Entering(handle, clock.instant(), calendar).enter(who, caseId, event);
          AccessLog.add(
              handle,
              clock.instant(),
              who,
              answer instanceof Answer.Refused ? "REFUSED" : "ENTERED",
              caseId,
              said(event, answer));
          return answer;
        });
  }

  /**
   * Brings a finding that no data show: an emergency, what an inspection found. It goes into the
   * open case of the enterprise, or begins one.
   *
   * @param event its name keeps it from being brought twice
   */
  public Answer begin(Participant who, String enterprise, NewEvent event) {
    if (!(event.what() instanceof Detection.Detected)) {
      return new Answer.AgainstTheRules(
          Outcome.Reason.NOT_FROM_HERE, "a case begins with a finding", "enter DETECTED");
    }
    return Retried.inTransaction(
        jdbi,
        handle -> {
          if (!who.sees(enterprise, CaseLines.region(handle, enterprise))) {
            return new Answer.NotThere(
                "enterprise " + enterprise + " is not there, or is not yours to see",
                "ask who is in charge there");
          }
          CaseStore.lockEnterprise(handle, enterprise);
          Entering entering = new Entering(handle, clock.instant(), calendar);
          Optional<String> open = CaseStore.openOf(handle, enterprise);
          String caseId = open.orElseGet(() -> CaseStore.newId(handle, clock.instant()));
          Answer answer =
              open.isPresent()
                  ? entering.enter(who, caseId, event)
                  : entering.open(caseId, enterprise, who, event);
          boolean refused = answer instanceof Answer.Refused;
          AccessLog.add(
              handle,
              clock.instant(),
              who,
              refused ? "REFUSED" : "ENTERED",
              refused && open.isEmpty() ? enterprise : caseId,
              said(event, answer));
          return answer;
        });
  }

  private static String said(NewEvent event, Answer answer) {
    if (answer instanceof Answer.Entered entered) {
      CaseRecord now = entered.now();
      return event.what().happening() + " " + now.events() + " " + now.hash();
    }
    return event.what().happening() + ": " + ((Answer.Refused) answer).why();
  }

  /** Which rows of law judge here. */
  public Law law() {
    return jdbi.withHandle(LawBook::read);
  }

  /**
   * Adopts a row of law that was not seen in its text, or takes that back.
   *
   * @throws IllegalArgumentException where there is no such row or no reason
   */
  public void adopt(Participant who, String row, boolean adopted, String reason) {
    jdbi.useTransaction(
        handle -> LawBook.adopt(handle, clock.instant(), who, row, adopted, reason));
  }

  /** The latest lines of the log, of one case or list or of all. */
  public List<AccessLog.Line> accesses(Participant who, String subject, int limit) {
    return jdbi.inTransaction(
        handle -> {
          AccessLog.add(
              handle, clock.instant(), who, "LOG_READ", subject == null ? "log" : subject, "");
          return AccessLog.latest(handle, subject, limit);
        });
  }

  private CaseView view(Handle handle, CaseLine line) {
    Instant now = clock.instant();
    StoredCase stored = CaseStore.find(handle, line.state().caseId()).orElseThrow();
    Chain.Verdict verdict = stored.verdict();
    if (verdict instanceof Chain.Broken) {
      CaseFile nothing = CaseFile.open(stored.caseId(), line.state().enterprise());
      return new CaseView(
          line, nothing, stored.events(), verdict, List.of(), null, List.of(), List.of());
    }
    CaseFile file = stored.file();
    return new CaseView(
        line,
        file,
        stored.events(),
        verdict,
        Dues.of(file, LawBook.read(handle), calendar, now),
        Proposal.of(file.state().findings()),
        IssuedCard.of(file, now),
        Transition.possible(file.state().stage()));
  }
}
