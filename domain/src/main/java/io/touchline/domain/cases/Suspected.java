package io.touchline.domain.cases;

import java.util.List;

/** Data show a ground; nobody has looked at it yet. */
public record Suspected(List<Finding> findings) implements CaseState {

  @Override
  public Stage stage() {
    return Stage.SUSPECTED;
  }

  @Override
  public Outcome on(CaseEvent event) {
    if (event.what() instanceof Detection.Detected detected) {
      return Outcome.to(new Suspected(Findings.with(findings, detected.finding())));
    }
    if (event.what() instanceof Detection.TruthChanged change) {
      if (!Findings.has(findings, change.findingId())) {
        return Findings.notFound(change.findingId());
      }
      List<Finding> left = Findings.changed(findings, change);
      return Outcome.to(left.isEmpty() ? new Clear() : new Suspected(left));
    }
    if (event.what() instanceof Step.WorkOrderIssued order) {
      return Words.said(order.owner()) && order.due() != null
          ? Outcome.to(new Verifying(findings, order.owner()))
          : Outcome.incomplete(
              "a work order needs an owner and a day by which it is due",
              "name who verifies and until when");
    }
    return stays();
  }
}
