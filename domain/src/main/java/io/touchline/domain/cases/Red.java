package io.touchline.domain.cases;

import java.util.List;
import java.util.Optional;

/**
 * Closed by the government.
 *
 * @param before what comes back where the closure is cancelled
 */
public record Red(CaseState before, Step.ClosureProposed closure, Signature signature)
    implements CaseState {

  @Override
  public Stage stage() {
    return Stage.RED;
  }

  /** What the closure rests on, the card's own first. */
  public List<Finding> grounds() {
    return Optional.of(before)
        .flatMap(CaseState::yellow)
        .map(YellowCard::findings)
        .orElseGet(before::findings);
  }

  @Override
  public Outcome on(CaseEvent event) {
    if (event.what() instanceof Decision.PermitRevoked) {
      return Outcome.to(new Terminated("permit revoked"));
    }
    if (event.what() instanceof Decision.DecisionCancelled cancelled) {
      return cancelled.number().equals(signature.document())
          ? Outcome.to(before)
          : Outcome.refused(
              Outcome.Reason.NOT_FOUND,
              "decision " + cancelled.number() + " is not the closure",
              "that is " + signature.document());
    }
    if (event.what() instanceof Detection.TruthChanged change) {
      return Findings.has(grounds(), change.findingId())
          ? new Outcome.Moved(this, true)
          : Findings.notFound(change.findingId());
    }
    return stays();
  }
}
