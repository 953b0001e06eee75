package io.touchline.domain.cases;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.cases.Decision.DocumentPart;
import io.touchline.domain.cases.Decision.YellowDecided;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a decision on a yellow card must carry to stand (Order 30 art. 5 to 7, 10 to 13, 15). */
final class YellowDecision {

  private static final Set<DocumentPart> DOCUMENT = EnumSet.allOf(DocumentPart.class);

  private YellowDecision() {}

  static Outcome on(ProposedYellow proposed, CaseEvent event, YellowDecided decided) {
    Optional<Outcome> objection =
        form(decided)
            .or(() -> procedure(event, decided))
            .or(() -> measure(proposed, event, decided))
            .or(() -> law(decided));
    return objection.orElseGet(() -> Outcome.to(state(YellowCard.of(proposed, decided))));
  }

  private static CaseState state(YellowCard card) {
    return switch (card.decision().measure()) {
      case LIMIT -> new YellowLimit(card);
      case STOP -> new YellowStop(card);
      case EXEMPT, CLOSURE -> new YellowExempt(card);
    };
  }

  private static Optional<Outcome> form(YellowDecided decided) {
    if (decided.measure() == null || decided.measure() == Measure.CLOSURE) {
      return Optional.of(
          Outcome.incomplete(
              "a yellow card is a limit, a stop, or a penalty without a stop",
              "closure is for the government: propose it"));
    }
    if (!Words.said(decided.number()) || !DOCUMENT.equals(Set.copyOf(decided.parts()))) {
      return Optional.of(
          Outcome.incomplete(
              "the decision document has no number, or not all that art. 13 asks for",
              "it must state " + DOCUMENT));
    }
    return Optional.empty();
  }

  private static Optional<Outcome> procedure(CaseEvent event, YellowDecided decided) {
    if (!Words.said(decided.approval())) {
      return Optional.of(
          Outcome.incomplete(
              "nobody approved it in writing (Order 30 art. 10)", "name the approval"));
    }
    if (decided.major() && decided.signature().signatory() != Signature.Signatory.COLLECTIVE) {
      return Optional.of(
          Outcome.refused(
              Outcome.Reason.NOT_BY_THEM,
              "a major case is decided by collective review (Order 30 art. 10)",
              "have the committee sign"));
    }
    if (decided.toldOn() == null || decided.toldOn().isAfter(decided.signature().on())) {
      return Optional.of(
          Outcome.incomplete(
              "the discharger was not told its rights before the decision (Order 30 art. 11)",
              "tell it, hear it, then decide"));
    }
    if (decided.signature().on().isAfter(ChinaTime.date(event.at()))) {
      return Optional.of(
          Outcome.refused(
              Outcome.Reason.TOO_EARLY,
              "the decision bears a date to come",
              "enter it when it is signed"));
    }
    return Optional.empty();
  }

  private static Optional<Outcome> measure(
      ProposedYellow proposed, CaseEvent event, YellowDecided decided) {
    if (proposed.proposal() == null) {
      return Optional.of(
          Outcome.incomplete(
              "late truth left no ground", "do not approve, or bring another finding"));
    }
    List<Ground> grounds = proposed.proposal().grounds();
    if (decided.measure() == Measure.STOP
        && grounds.stream().noneMatch(ground -> ground.measure() == Measure.STOP)) {
      return Optional.of(
          Outcome.incomplete(
              "no ground of a stop (Order 30 art. 6) was found, only " + grounds,
              "limit production, or bring the ground"));
    }
    if (decided.measure() == Measure.LIMIT && !isLengthOfALimit(event, decided.months())) {
      return Optional.of(
          Outcome.incomplete(
              "a limit lasts one to three months (Order 30 art. 15)", "say how many"));
    }
    if (decided.measure() == Measure.EXEMPT && !Words.said(decided.spared())) {
      return Optional.of(
          Outcome.incomplete(
              "nothing says why a stop is spared (Order 30 art. 7)", "name the reason"));
    }
    boolean departs =
        decided.measure() != proposed.proposal().measure()
            || (decided.measure() == Measure.EXEMPT
                && proposed.proposal().force() == GroundRow.Force.MUST);
    return departs && !Words.said(decided.departure())
        ? Optional.of(
            Outcome.refused(
                Outcome.Reason.DEPARTS_WITHOUT_REASON,
                "proposed was " + proposed.proposal().measure() + ", decided " + decided.measure(),
                "say why it departs"))
        : Optional.empty();
  }

  private static boolean isLengthOfALimit(CaseEvent event, Integer months) {
    int most =
        DutyRow.at(Duty.D6, DutyRow.Part.BASE, event.at()).map(DutyRow::amount).orElseThrow();
    return months != null && months >= 1 && months <= most;
  }

  private static Optional<Outcome> law(YellowDecided decided) {
    if (decided.lawRows().isEmpty()) {
      return Optional.of(
          Outcome.incomplete("the decision names no row of law", "name those of its grounds"));
    }
    for (String id : decided.lawRows()) {
      Optional<GroundRow> row =
          GroundRow.rows().stream().filter(known -> known.id().equals(id)).findFirst();
      if (row.isEmpty()) {
        return Optional.of(
            Outcome.refused(
                Outcome.Reason.NOT_FOUND, "no row is called " + id, "see regulation/grounds.csv"));
      }
      if (!row.get().source().verified() && !decided.adopted().contains(id)) {
        return Optional.of(
            Outcome.refused(
                Outcome.Reason.LAW_NOT_SEEN,
                Law.asSeen().objection(row.get()).orElseThrow(),
                "read the text in force, then decide and name the row as adopted"));
      }
    }
    return Optional.empty();
  }
}
