package io.touchline.domain.cases;

import java.util.EnumSet;
import java.util.Set;

/** Proposing closure to the government (Order 30 art. 8). */
final class Closure {

  private static final Set<Ground> ANYWHERE = EnumSet.of(Ground.C1, Ground.C4);

  private Closure() {}

  /** A proposal that needs nothing of the state it is made in: C1 and C4. */
  static Outcome propose(CaseState from, CaseEvent event, Step.ClosureProposed closure) {
    return ANYWHERE.contains(closure.ground())
        ? proposed(from, event, closure)
        : Outcome.refused(
            Outcome.Reason.NOT_FROM_HERE,
            closure.ground() + " cannot be proposed in " + from.stage(),
            "C2 needs a stop in force, C3 a stop that was released and followed up");
  }

  static Outcome proposed(CaseState from, CaseEvent event, Step.ClosureProposed closure) {
    if (!Words.said(closure.proof())) {
      return Outcome.incomplete(
          "a proposal of closure needs proof",
          "name the penalty history or the record of the inspection");
    }
    GroundRow row = GroundRow.at(closure.ground(), event.at()).orElse(null);
    if (row == null || !row.id().equals(closure.lawRow())) {
      return Outcome.refused(
          Outcome.Reason.LAW_NOT_SEEN,
          "row " + closure.lawRow() + " is not the one of " + closure.ground() + " in force",
          row == null ? "there is none" : "name " + row.id());
    }
    if (!row.source().verified() && !closure.adopted()) {
      return Outcome.refused(
          Outcome.Reason.LAW_NOT_SEEN,
          Law.asSeen().objection(row).orElseThrow(),
          "read the text in force and propose again");
    }
    return Outcome.to(new ProposedRed(from, closure));
  }
}
