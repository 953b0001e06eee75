package io.touchline.domain.cases;

import java.util.List;

/**
 * Somebody looks at it.
 *
 * @param findings none where late truth took them all away; then it is for the officer to dismiss
 */
public record Verifying(List<Finding> findings, String owner) implements CaseState {

  @Override
  public Stage stage() {
    return Stage.VERIFYING;
  }

  @Override
  public Outcome on(CaseEvent event) {
    if (event.what() instanceof Detection.Detected detected) {
      return Outcome.to(new Verifying(Findings.with(findings, detected.finding()), owner));
    }
    if (event.what() instanceof Detection.TruthChanged change) {
      return Findings.has(findings, change.findingId())
          ? Outcome.to(new Verifying(Findings.changed(findings, change), owner))
          : Findings.notFound(change.findingId());
    }
    if (event.what() instanceof Decision.Dismissed dismissed) {
      return dismissed.code() != null && Words.said(dismissed.attachment())
          ? Outcome.to(new Clear())
          : Outcome.incomplete(
              "a dismissal needs a code and proof", "choose a code and name the attachment");
    }
    if (event.what() instanceof Step.Confirmed confirmed) {
      return confirm(confirmed);
    }
    if (event.what() instanceof Step.ClosureProposed closure) {
      return Closure.propose(this, event, closure);
    }
    return stays();
  }

  private Outcome confirm(Step.Confirmed confirmed) {
    Proposal proposal = Proposal.of(findings);
    if (proposal == null) {
      return Outcome.incomplete(
          "no finding is left that a limit or stop could rest on",
          "dismiss the suspicion, or bring what was found as DETECTED");
    }
    if (!Words.said(confirmed.filing())
        || confirmed.filedOn() == null
        || confirmed.evidence().isEmpty()) {
      return Outcome.incomplete(
          "a confirmed violation needs the decision to open a case, its date and evidence",
          "name number, date and what was gathered (Order 30 art. 9)");
    }
    return Outcome.to(new ProposedYellow(new Clear(), findings, proposal, confirmed.filing()));
  }
}
