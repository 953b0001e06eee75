package io.touchline.portal.page;

import io.touchline.alerts.cases.CaseView;
import io.touchline.domain.cases.Decision;
import io.touchline.domain.cases.Flag;
import io.touchline.domain.cases.Ground;
import io.touchline.domain.cases.GroundRow;
import io.touchline.domain.cases.Happening;
import io.touchline.domain.cases.Measure;
import io.touchline.domain.cases.Role;
import io.touchline.domain.cases.Step;
import io.touchline.domain.cases.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A figure of an event as a form asks for it.
 *
 * @param name as docs/cases.md lists it for the event: {@code signature.document}
 * @param options to choose from; empty where none are given
 * @param required whether the event cannot stand without it
 */
public record CaseField(String name, Kind kind, List<String> options, boolean required) {

  /** How it is asked for. */
  public enum Kind {
    TEXT,
    DAY,
    NUMBER,
    /** One of the options. */
    CHOICE,
    /** Any of the options. */
    CHECKS,
    /** Yes or no. */
    YES
  }

  static final List<Ground> CLOSURE = List.of(Ground.C1, Ground.C2, Ground.C3, Ground.C4);

  static List<CaseField> of(
      Happening what, Transition.Hand hand, CaseView view, Role role, Instant now) {
    List<CaseField> fields = new ArrayList<>(own(what, view, role, now));
    if (what.isDecision()) {
      fields.add(choice("signature.signatory", names(hand.signatories())));
      fields.add(text("signature.person"));
      fields.add(text("signature.document"));
      fields.add(day("signature.on"));
    }
    return List.copyOf(fields);
  }

  private static List<CaseField> own(Happening what, CaseView view, Role role, Instant now) {
    return switch (what) {
      case WORK_ORDER_ISSUED -> List.of(text("owner"), day("due"));
      case DISMISSED ->
          List.of(choice("code", names(Decision.CloseCode.values())), text("attachment"));
      case CONFIRMED ->
          List.of(
              text("filing"), day("filedOn"), checks("evidence", names(Step.Evidence.values())));
      case NOT_APPROVED, CLOSURE_DECLINED, FILING_DEFECTIVE -> List.of(text("reason"));
      case YELLOW_DECIDED -> yellow(view);
      case PLAN_FILED ->
          List.of(day("on"), checks("parts", names(Step.PlanPart.values())), text("link"));
      case LIMIT_EXTENDED ->
          List.of(new CaseField("months", Kind.NUMBER, List.of(), true), text("reason"));
      case COMPLETION_FILED ->
          List.of(
              day("finishedOn"), day("on"), checks("parts", names(Step.CompletionPart.values())));
      case RECTIFICATION_ACCEPTED -> List.of(text("inspection"));
      case FOLLOWED_UP ->
          List.of(day("on"), choice("found", names(Step.Found.values())), text("record"));
      case CARD_REMOVED -> List.of(yes("applicationNeeded"), maybe("application"));
      case CLOSURE_PROPOSED -> closure(now);
      case ENTITY_ENDED -> List.of(text("registryProof"));
      case DECISION_CANCELLED -> List.of(text("number"), text("ruling"));
      case RECORDED -> List.of(choice("milestone", milestones(role)), day("on"), text("document"));
      case FLAG_SET -> List.of(choice("flag", names(Flag.values())), yes("raised"), text("reason"));
      case CLOSURE_DECIDED, PERMIT_REVOKED, DETECTED, TRUTH_CHANGED -> List.of();
    };
  }

  private static List<CaseField> yellow(CaseView view) {
    List<String> rows = view.proposal() == null ? List.of() : view.proposal().lawRows();
    List<CaseField> fields = new ArrayList<>();
    fields.add(choice("measure", names(List.of(Measure.LIMIT, Measure.STOP, Measure.EXEMPT))));
    fields.add(new CaseField("months", Kind.NUMBER, List.of(), false));
    fields.add(maybe("spared"));
    fields.add(maybe("departure"));
    fields.add(text("number"));
    fields.add(text("approval"));
    fields.add(yes("major"));
    fields.add(day("toldOn"));
    fields.add(checks("parts", names(Decision.DocumentPart.values())));
    fields.add(checks("lawRows", rows));
    List<String> unseen =
        GroundRow.rows().stream()
            .filter(row -> rows.contains(row.id()) && !row.source().verified())
            .map(GroundRow::id)
            .toList();
    if (!unseen.isEmpty()) {
      fields.add(checks("adopted", unseen));
    }
    return fields;
  }

  private static List<CaseField> closure(Instant now) {
    List<CaseField> fields = new ArrayList<>();
    fields.add(choice("ground", names(CLOSURE)));
    fields.add(maybe("rule"));
    fields.add(text("proof"));
    boolean unseen =
        CLOSURE.stream()
            .flatMap(ground -> GroundRow.at(ground, now).stream())
            .anyMatch(row -> !row.source().verified());
    if (unseen) {
      fields.add(yes("adopted"));
    }
    return fields;
  }

  private static List<String> milestones(Role role) {
    return role == Role.ENTERPRISE
        ? names(List.of(Step.Milestone.INTERIM_REPORT, Step.Milestone.ANNUAL_REPORT))
        : names(Step.Milestone.values());
  }

  private static List<String> names(Enum<?>... constants) {
    return names(Arrays.asList(constants));
  }

  private static List<String> names(Collection<? extends Enum<?>> constants) {
    return constants.stream().map(Enum::name).toList();
  }

  private static CaseField text(String name) {
    return new CaseField(name, Kind.TEXT, List.of(), true);
  }

  private static CaseField maybe(String name) {
    return new CaseField(name, Kind.TEXT, List.of(), false);
  }

  private static CaseField day(String name) {
    return new CaseField(name, Kind.DAY, List.of(), true);
  }

  private static CaseField yes(String name) {
    return new CaseField(name, Kind.YES, List.of(), false);
  }

  private static CaseField choice(String name, List<String> options) {
    return new CaseField(name, Kind.CHOICE, options, true);
  }

  private static CaseField checks(String name, List<String> options) {
    return new CaseField(name, Kind.CHECKS, options, true);
  }
}
