package io.touchline.domain.cases;

import java.util.List;

/** Nothing is open. */
public record Clear() implements CaseState {

  @Override
  public Stage stage() {
    return Stage.CLEAR;
  }

  @Override
  public Outcome on(CaseEvent event) {
    if (event.what() instanceof Detection.Detected detected) {
      String objection = detected.finding().objection();
      return objection == null
          ? Outcome.to(new Suspected(List.of(detected.finding())))
          : Outcome.refused(
              Outcome.Reason.LAW_NOT_SEEN, objection, "bring a finding of a row in force");
    }
    return stays();
  }
}
