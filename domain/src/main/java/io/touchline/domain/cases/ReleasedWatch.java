package io.touchline.domain.cases;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The measure has ended, the card is still there.
 *
 * @param releasedOn day on which completion was filed
 * @param followUp the latest follow-up inspection, null before the first
 * @param defect what an officer found wanting in the filing, null where nothing is
 */
public record ReleasedWatch(
    YellowCard held, LocalDate releasedOn, Step.FollowedUp followUp, String defect)
    implements CaseState {

  @Override
  public Stage stage() {
    return Stage.RELEASED_WATCH;
  }

  @Override
  public Optional<YellowCard> yellow() {
    return Optional.of(held);
  }

  @Override
  public Outcome on(CaseEvent event) {
    if (event.what() instanceof Step.FollowedUp found) {
      return found.on() != null && !found.on().isBefore(releasedOn) && Words.said(found.record())
          ? Outcome.to(new ReleasedWatch(held, releasedOn, found, defect))
          : Outcome.incomplete(
              "a follow-up needs a record and a day from " + releasedOn + " on", "name both");
    }
    if (event.what() instanceof Step.FilingDefective defective) {
      return Words.said(defective.reason())
          ? Outcome.to(new ReleasedWatch(held, releasedOn, followUp, defective.reason()))
          : Outcome.incomplete("a defect needs a reason", "say what is wanting");
    }
    if (event.what() instanceof Step.CompletionFiled filed) {
      return YellowCard.isWhole(filed)
          ? Outcome.to(new ReleasedWatch(held, releasedOn, followUp, null))
          : Outcome.incomplete("the filing still lacks a part", "file all of art. 17");
    }
    if (event.what() instanceof Decision.CardRemoved removed) {
      return remove(removed);
    }
    if (event.what() instanceof Step.ClosureProposed closure) {
      return closure.ground() == Ground.C3
          ? again(event, closure)
          : Closure.propose(this, event, closure);
    }
    return held.on(this, event, card -> new ReleasedWatch(card, releasedOn, followUp, defect));
  }

  private Outcome remove(Decision.CardRemoved removed) {
    if (defect != null) {
      return Outcome.incomplete("the filing is defective: " + defect, "have it filed again");
    }
    if (followUp == null || followUp.found() != Step.Found.PASSED) {
      return Outcome.refused(
          Outcome.Reason.TOO_EARLY,
          "no follow-up inspection has passed",
          "inspect within thirty days of release (Order 30 art. 20)");
    }
    return removed.applicationNeeded() && !Words.said(removed.application())
        ? Outcome.incomplete("the local rule wants an application", "name its number")
        : Outcome.to(new Clear());
  }

  /** Order 30 art. 8(3) speaks of a stop that was released, not of a limit. */
  private Outcome again(CaseEvent event, Step.ClosureProposed closure) {
    if (held.decision().measure() != Measure.STOP) {
      return Outcome.refused(
          Outcome.Reason.NOT_FROM_HERE,
          "C3 follows a stop that was released; this was " + held.decision().measure(),
          "bring the violation as DETECTED in a new round, or propose C4");
    }
    if (followUp == null || followUp.found() != Step.Found.SAME_VIOLATION) {
      return Outcome.refused(
          Outcome.Reason.TOO_EARLY,
          "no follow-up inspection found the same violation",
          "record the inspection first");
    }
    boolean same =
        held.findings().stream()
            .anyMatch(finding -> finding.rule() != null && finding.rule().equals(closure.rule()));
    return same
        ? Closure.proposed(this, event, closure)
        : Outcome.refused(
            Outcome.Reason.NOT_FOUND,
            "rule " + closure.rule() + " is none that the stop rested on",
            "those are " + held.findings().stream().map(Finding::rule).toList());
  }
}
