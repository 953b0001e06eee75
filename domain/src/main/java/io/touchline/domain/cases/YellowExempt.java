package io.touchline.domain.cases;

import io.touchline.domain.ChinaTime;
import java.util.Optional;

/** A yellow card of one who is penalised and spared the stop (Order 30 art. 7). */
public record YellowExempt(YellowCard held) implements CaseState {

  @Override
  public Stage stage() {
    return Stage.YELLOW_EXEMPT;
  }

  @Override
  public Optional<YellowCard> yellow() {
    return Optional.of(held);
  }

  @Override
  public Outcome on(CaseEvent event) {
    if (event.what() instanceof Decision.RectificationAccepted accepted) {
      return Words.said(accepted.inspection())
          ? Outcome.to(new ReleasedWatch(held, ChinaTime.date(event.at()), null, null))
          : Outcome.incomplete("nobody says that it was inspected", "name the record");
    }
    if (event.what() instanceof Step.ClosureProposed closure) {
      return Closure.propose(this, event, closure);
    }
    return held.on(this, event, YellowExempt::new);
  }
}
