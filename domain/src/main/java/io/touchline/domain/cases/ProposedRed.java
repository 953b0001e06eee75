package io.touchline.domain.cases;

import java.util.List;
import java.util.Optional;

/**
 * Closure is before the government.
 *
 * @param standing what stands meanwhile and comes back where the government declines
 */
public record ProposedRed(CaseState standing, Step.ClosureProposed closure) implements CaseState {

  @Override
  public Stage stage() {
    return Stage.PROPOSED_RED;
  }

  @Override
  public Optional<YellowCard> yellow() {
    return standing.yellow();
  }

  @Override
  public List<Finding> findings() {
    return standing.findings();
  }

  @Override
  public Outcome on(CaseEvent event) {
    if (event.what() instanceof Decision.ClosureDecided decided) {
      return Outcome.to(new Red(standing, closure, decided.signature()));
    }
    if (event.what() instanceof Decision.ClosureDeclined declined) {
      return Words.said(declined.reason())
          ? Outcome.to(standing)
          : Outcome.incomplete("the government's answer has no reason", "enter what it says");
    }
    boolean ofNoCard =
        event.what() instanceof Step.PlanFiled
            || event.what() instanceof Step.CompletionFiled
            || event.what() instanceof Decision.DecisionCancelled;
    if (ofNoCard && standing.yellow().isEmpty()) {
      return unanswered(event);
    }
    Outcome beneath = standing.on(event);
    return beneath instanceof Outcome.Moved moved
        ? new Outcome.Moved(new ProposedRed(moved.to(), closure), moved.disputed())
        : beneath;
  }
}
