package io.touchline.domain.cases;

import io.touchline.domain.ChinaTime;
import java.util.List;
import java.util.Optional;

/** A yellow card with production limited. */
public record YellowLimit(YellowCard held) implements CaseState {

  @Override
  public Stage stage() {
    return Stage.YELLOW_LIMIT;
  }

  @Override
  public Optional<YellowCard> yellow() {
    return Optional.of(held);
  }

  @Override
  public Outcome on(CaseEvent event) {
    if (event.what() instanceof Detection.Detected detected && breaks(detected.finding())) {
      List<Finding> broken = List.of(detected.finding());
      return Outcome.to(
          new ProposedYellow(this, broken, Proposal.of(broken), held.decision().number()));
    }
    if (event.what() instanceof Decision.LimitExtended extension) {
      return extend(event, extension);
    }
    if (event.what() instanceof Step.CompletionFiled filed) {
      return held.completed(filed);
    }
    if (event.what() instanceof Step.ClosureProposed closure) {
      return Closure.propose(this, event, closure);
    }
    return held.on(this, event, YellowLimit::new);
  }

  /** Over the standard on a day after service of the limit (art. 6(4)), by a row that may judge. */
  private boolean breaks(Finding finding) {
    return finding.ground() == Ground.P4
        && held.servedOn() != null
        && ChinaTime.date(finding.from()).isAfter(held.servedOn())
        && finding.objection() == null;
  }

  private Outcome extend(CaseEvent event, Decision.LimitExtended extension) {
    if (held.limitEnds() == null) {
      return Outcome.refused(
          Outcome.Reason.TOO_EARLY, "the limit was not served", "record its service first");
    }
    if (held.moreMonths() > 0) {
      return Outcome.refused(
          Outcome.Reason.TOO_LATE,
          "the limit was put off already (Order 30 art. 15)",
          "it ends on " + held.limitEnds());
    }
    if (extension.signature().on().isAfter(held.limitEnds())) {
      return Outcome.refused(
          Outcome.Reason.TOO_LATE,
          "the limit ended on " + held.limitEnds(),
          "what ended cannot be put off");
    }
    int most =
        DutyRow.at(Duty.D6, DutyRow.Part.EXTENSION, event.at()).map(DutyRow::amount).orElseThrow();
    return extension.months() < 1 || extension.months() > most || !Words.said(extension.reason())
        ? Outcome.incomplete(
            "a limit is put off by one to " + most + " months for a reason", "say both")
        : Outcome.to(new YellowLimit(held.extended(extension.months())));
  }
}
