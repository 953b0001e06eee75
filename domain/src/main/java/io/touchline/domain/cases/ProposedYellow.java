package io.touchline.domain.cases;

import java.util.List;
import java.util.Optional;

/**
 * A measure is proposed; nothing is decided.
 *
 * @param standing what stands meanwhile: a limit that was broken, or nothing ({@link Clear})
 * @param proposal null where late truth left no ground
 * @param filing number of the decision to open the case
 */
public record ProposedYellow(
    CaseState standing, List<Finding> findings, Proposal proposal, String filing)
    implements CaseState {

  @Override
  public Stage stage() {
    return Stage.PROPOSED_YELLOW;
  }

  @Override
  public Optional<YellowCard> yellow() {
    return standing.yellow();
  }

  @Override
  public Outcome on(CaseEvent event) {
    if (event.what() instanceof Detection.Detected detected) {
      return Outcome.to(with(Findings.with(findings, detected.finding())));
    }
    if (event.what() instanceof Detection.TruthChanged change) {
      return change(event, change);
    }
    if (event.what() instanceof Decision.NotApproved no) {
      return Words.said(no.reason())
          ? Outcome.to(standing)
          : Outcome.incomplete("a refusal needs a reason", "say why it is not approved");
    }
    if (event.what() instanceof Decision.YellowDecided decided) {
      return YellowDecision.on(this, event, decided);
    }
    if (event.what() instanceof Step.ClosureProposed closure) {
      return Closure.propose(this, event, closure);
    }
    return onStanding(event);
  }

  private Outcome change(CaseEvent event, Detection.TruthChanged change) {
    if (!Findings.has(findings, change.findingId())) {
      return onStanding(event);
    }
    return Outcome.to(with(Findings.changed(findings, change)));
  }

  private ProposedYellow with(List<Finding> others) {
    return new ProposedYellow(standing, others, Proposal.of(others), filing);
  }

  private Outcome onStanding(CaseEvent event) {
    if (standing.yellow().isEmpty()) {
      return event.what() instanceof Step.Recorded || event.what() instanceof Decision.FlagSet
          ? stays()
          : unanswered(event);
    }
    return standing.on(event) instanceof Outcome.Moved moved
        ? new Outcome.Moved(
            new ProposedYellow(moved.to(), findings, proposal, filing), moved.disputed())
        : standing.on(event);
  }
}
