package io.touchline.portal.page;

import io.touchline.alerts.cases.CaseView;
import io.touchline.alerts.cases.Participant;
import io.touchline.alerts.cases.RestsOn;
import io.touchline.domain.cases.GroundRow;
import io.touchline.domain.cases.Happening;
import io.touchline.domain.cases.LawRow;
import io.touchline.domain.cases.Role;
import io.touchline.domain.cases.Transition;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A step that somebody may take in a case now.
 *
 * @param fields what it asks for
 * @param clauses rows of law that it rests on, shown beside the button
 * @param main whether it leads the case on; the others are folded away
 */
public record CaseStep(Happening what, List<CaseField> fields, List<LawRow> clauses, boolean main) {

  /** What only data bring, or what the interface for programs is for. */
  private static final Set<Happening> NO_FORM =
      EnumSet.of(Happening.DETECTED, Happening.TRUTH_CHANGED);

  private static final Set<Happening> ASIDE =
      EnumSet.of(
          Happening.RECORDED,
          Happening.FLAG_SET,
          Happening.ENTITY_ENDED,
          Happening.DECISION_CANCELLED,
          Happening.CLOSURE_PROPOSED,
          Happening.FILING_DEFECTIVE,
          Happening.LIMIT_EXTENDED);

  /** Those of a case for a participant. */
  static List<CaseStep> of(CaseView view, Participant who, Instant now) {
    if (who.role() == null) {
      return List.of();
    }
    return view.possible().stream()
        .filter(what -> !NO_FORM.contains(what))
        .filter(what -> hand(view, what).roles().contains(who.role()))
        .map(what -> of(what, view, who.role(), now))
        .sorted(Comparator.comparing(step -> !step.main))
        .toList();
  }

  private static Transition.Hand hand(CaseView view, Happening what) {
    return Transition.from(view.file().state().stage(), what).get(0).hand();
  }

  private static CaseStep of(Happening what, CaseView view, Role role, Instant now) {
    return new CaseStep(
        what,
        CaseField.of(what, hand(view, what), view, role, now),
        clauses(what, view, now),
        !ASIDE.contains(what));
  }

  private static List<LawRow> clauses(Happening what, CaseView view, Instant now) {
    if (what == Happening.CLOSURE_PROPOSED) {
      return CaseField.CLOSURE.stream()
          .flatMap(ground -> GroundRow.at(ground, now).stream())
          .map(LawRow.class::cast)
          .toList();
    }
    if (what == Happening.YELLOW_DECIDED && view.proposal() != null) {
      return GroundRow.rows().stream()
          .filter(row -> view.proposal().lawRows().contains(row.id()))
          .map(LawRow.class::cast)
          .toList();
    }
    return RestsOn.clause(what, now).map(row -> List.<LawRow>of(row)).orElse(List.of());
  }
}
