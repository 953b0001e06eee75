package io.touchline.domain.cases;

import java.util.Optional;

/** A yellow card with production stopped, from service to release. */
public record YellowStop(YellowCard held) implements CaseState {

  @Override
  public Stage stage() {
    return Stage.YELLOW_STOP;
  }

  @Override
  public Optional<YellowCard> yellow() {
    return Optional.of(held);
  }

  @Override
  public Outcome on(CaseEvent event) {
    if (event.what() instanceof Step.CompletionFiled filed) {
      return held.completed(filed);
    }
    if (event.what() instanceof Step.ClosureProposed closure) {
      return closure.ground() == Ground.C2
          ? running(event, closure)
          : Closure.propose(this, event, closure);
    }
    return held.on(this, event, YellowStop::new);
  }

  private Outcome running(CaseEvent event, Step.ClosureProposed closure) {
    return held.servedOn() == null
        ? Outcome.refused(
            Outcome.Reason.TOO_EARLY,
            "a stop that was not served cannot be broken (Order 30 art. 15)",
            "record its service first")
        : Closure.proposed(this, event, closure);
  }
}
