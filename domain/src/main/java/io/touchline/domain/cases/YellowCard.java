package io.touchline.domain.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * A yellow card as it was decided and has come along since.
 *
 * @param findings what it rests on
 * @param hints what came since and was not decided on
 * @param servedOn day of service, null until it is served
 * @param moreMonths by which a limit was put off, 0 where it was not
 * @param progress how far rectification is
 * @param replaced the state that it took the place of: a limit that became a stop, or {@link Clear}
 */
public record YellowCard(
    Decision.YellowDecided decision,
    List<Finding> findings,
    List<Finding> hints,
    LocalDate servedOn,
    int moreMonths,
    Progress progress,
    CaseState replaced) {

  /** How far rectification is; its completion releases. */
  public enum Progress {
    PLAN_DUE,
    RECTIFYING
  }

  static YellowCard of(ProposedYellow proposed, Decision.YellowDecided decided) {
    return new YellowCard(
        decided, proposed.findings(), List.of(), null, 0, Progress.PLAN_DUE, proposed.standing());
  }

  /** Last day of a limit, null until it is served and for a stop, which has none. */
  public LocalDate limitEnds() {
    return servedOn == null || decision.months() == null
        ? null
        : servedOn.plusMonths(decision.months() + moreMonths);
  }

  YellowCard with(Finding hint) {
    return Findings.has(findings, hint.id())
        ? this
        : new YellowCard(
            decision,
            findings,
            Findings.with(hints, hint),
            servedOn,
            moreMonths,
            progress,
            replaced);
  }

  YellowCard with(List<Finding> others) {
    return new YellowCard(decision, findings, others, servedOn, moreMonths, progress, replaced);
  }

  YellowCard extended(int months) {
    return new YellowCard(decision, findings, hints, servedOn, months, progress, replaced);
  }

  YellowCard rectifying() {
    return new YellowCard(
        decision, findings, hints, servedOn, moreMonths, Progress.RECTIFYING, replaced);
  }

  private YellowCard served(LocalDate on) {
    return new YellowCard(decision, findings, hints, on, moreMonths, progress, replaced);
  }

  /** What holds of a card alike in each of its states. */
  Outcome on(CaseState state, CaseEvent event, Function<YellowCard, CaseState> as) {
    if (event.what() instanceof Detection.Detected detected) {
      return Outcome.to(as.apply(with(detected.finding())));
    }
    if (event.what() instanceof Detection.TruthChanged change) {
      if (Findings.has(findings, change.findingId())) {
        return new Outcome.Moved(state, true);
      }
      return Findings.has(hints, change.findingId())
          ? Outcome.to(as.apply(with(Findings.changed(hints, change))))
          : Findings.notFound(change.findingId());
    }
    if (event.what() instanceof Step.Recorded recorded) {
      return record(state, recorded, as);
    }
    if (event.what() instanceof Decision.DecisionCancelled cancelled) {
      return cancelled.number().equals(decision.number())
          ? Outcome.to(replaced)
          : Outcome.refused(
              Outcome.Reason.NOT_FOUND,
              "decision " + cancelled.number() + " is not the one that stands",
              "that is " + decision.number());
    }
    if (event.what() instanceof Step.PlanFiled plan) {
      return plan(plan, as);
    }
    return state.stays();
  }

  private Outcome record(
      CaseState state, Step.Recorded recorded, Function<YellowCard, CaseState> as) {
    if (recorded.milestone() != Step.Milestone.DECISION_SERVED) {
      return state.stays();
    }
    if (servedOn != null) {
      return Outcome.refused(
          Outcome.Reason.TOO_LATE,
          "decision " + decision.number() + " was served on " + servedOn,
          "nothing is to be done");
    }
    return recorded.on().isBefore(decision.signature().on())
        ? Outcome.refused(
            Outcome.Reason.TOO_EARLY,
            "it cannot be served before " + decision.signature().on() + ", when it was made",
            "correct the date")
        : Outcome.to(as.apply(served(recorded.on())));
  }

  private Outcome plan(Step.PlanFiled plan, Function<YellowCard, CaseState> as) {
    if (servedOn == null) {
      return Outcome.refused(
          Outcome.Reason.TOO_EARLY, "the decision was not served", "record its service first");
    }
    return plan.parts().containsAll(List.of(Step.PlanPart.values()))
            && Words.said(plan.link())
            && plan.on() != null
        ? Outcome.to(as.apply(rectifying()))
        : Outcome.incomplete(
            "a plan settles measures, schedule, funds and responsible persons and is public "
                + "(Order 30 art. 16)",
            "file what is missing of "
                + List.of(Step.PlanPart.values())
                + ", and where it is public");
  }

  /** Completion of a limit or stop. */
  Outcome completed(Step.CompletionFiled filed) {
    if (servedOn == null || filed.on() == null || filed.on().isBefore(servedOn)) {
      return Outcome.refused(
          Outcome.Reason.TOO_EARLY,
          "completion cannot be filed before the decision was served",
          "record its service first");
    }
    if (!isWhole(filed)) {
      return Outcome.incomplete(
          "the filing lacks a part that art. 17 of Order 30 asks for, or the day of completion",
          "file all of " + List.of(Step.CompletionPart.values()));
    }
    return Outcome.to(new ReleasedWatch(this, filed.on(), null, null));
  }

  static boolean isWhole(Step.CompletionFiled filed) {
    return filed.finishedOn() != null
        && !filed.finishedOn().isAfter(filed.on())
        && filed.parts().containsAll(List.of(Step.CompletionPart.values()));
  }
}
