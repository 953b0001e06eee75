package io.touchline.domain.cases;

import java.util.List;
import java.util.Optional;

/**
 * Where a case stands. What an event must carry to leave a state is said by the state; which events
 * it knows at all and who may bring them, by {@link Transition}.
 */
public sealed interface CaseState
    permits Clear,
        Suspected,
        Verifying,
        ProposedYellow,
        YellowLimit,
        YellowStop,
        YellowExempt,
        ReleasedWatch,
        ProposedRed,
        Red,
        Terminated {

  Stage stage();

  /** What an event of this state's {@link Transition}s does, whoever brings it. */
  Outcome on(CaseEvent event);

  /** What speaks for a measure and was not decided on yet. */
  default List<Finding> findings() {
    return List.of();
  }

  /** The yellow card that stands, also beneath a proposal. */
  default Optional<YellowCard> yellow() {
    return Optional.empty();
  }

  /** The card that the public may be told of. */
  default Stage.Card card() {
    return yellow().isPresent() ? Stage.Card.YELLOW : stage().card();
  }

  /** What every state answers alike: it stays what it is. */
  default Outcome stays() {
    return Outcome.to(this);
  }

  /** An event that a state has no answer to, though its transitions name it. */
  default Outcome unanswered(CaseEvent event) {
    return Outcome.refused(
        Outcome.Reason.NOT_FROM_HERE,
        event.what().happening() + " has nothing to stand on in " + stage(),
        "possible now: " + Transition.possible(stage()));
  }
}
