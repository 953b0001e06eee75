package io.touchline.portal.page;

import io.touchline.alerts.cases.Answer;
import io.touchline.alerts.cases.CaseLine;
import io.touchline.alerts.cases.CaseOverview;
import io.touchline.alerts.cases.CasePage;
import io.touchline.alerts.cases.CaseQuery;
import io.touchline.alerts.cases.Enforcement;
import io.touchline.alerts.http.Caller;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.cases.Due;
import io.touchline.domain.cases.Duty;
import io.touchline.domain.cases.Happening;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Gathers what the list of cases and the page of one say. */
public final class CasesQuery {

  private final Enforcement enforcement;
  private final Clock clock;

  public CasesQuery(Enforcement enforcement, Clock clock) {
    this.enforcement = enforcement;
    this.clock = clock;
  }

  public CasesPage list(Caller caller, CaseQuery query) {
    CasePage page = enforcement.list(caller.participant(), query);
    return new CasesPage(
        caller, query, overview(caller), page.cases(), page.next(), today(clock.instant()));
  }

  public CaseOverview overview(Caller caller) {
    return enforcement.overview(caller.participant());
  }

  /** One case, and that it was looked at; empty where there is none that is the caller's to see. */
  public Optional<CaseFilePage> one(
      Caller caller, String id, FormState form, Answer.Refused refused, Happening done) {
    Instant now = clock.instant();
    return enforcement
        .one(caller.participant(), id)
        .map(
            view ->
                new CaseFilePage(
                    caller,
                    view,
                    CaseStep.of(view, caller.participant(), now),
                    form,
                    refused,
                    done,
                    today(now)));
  }

  /** An enterprise's own case with what it owes there. */
  public record Own(CaseLine line, List<Due> dues) {}

  /** Those of an enterprise that are open. */
  public List<Own> own(Caller caller) {
    CaseQuery open = new CaseQuery(null, null, null, null, true, null, null, CaseQuery.USUAL, null);
    return enforcement.list(caller.participant(), open).cases().stream()
        .map(line -> new Own(line, owed(caller, line.state().caseId())))
        .toList();
  }

  private List<Due> owed(Caller caller, String id) {
    return enforcement.duties(caller.participant(), id).orElse(List.of()).stream()
        .filter(due -> due.duty().debtor() == Duty.Debtor.ENTERPRISE)
        .filter(due -> due.state() != Due.State.MET && due.state() != Due.State.MET_LATE)
        .toList();
  }

  private static LocalDate today(Instant now) {
    return ChinaTime.date(now);
  }
}
