package io.touchline.domain.cases;

/** The case is over for good: the permit or the entity is gone. */
public record Terminated(String reason) implements CaseState {

  @Override
  public Stage stage() {
    return Stage.TERMINATED;
  }

  @Override
  public Outcome on(CaseEvent event) {
    return unanswered(event);
  }
}
