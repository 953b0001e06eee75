package io.touchline.domain.cases;

import static io.touchline.domain.cases.Stage.CLEAR;
import static io.touchline.domain.cases.Stage.PROPOSED_RED;
import static io.touchline.domain.cases.Stage.PROPOSED_YELLOW;
import static io.touchline.domain.cases.Stage.RED;
import static io.touchline.domain.cases.Stage.RELEASED_WATCH;
import static io.touchline.domain.cases.Stage.SUSPECTED;
import static io.touchline.domain.cases.Stage.TERMINATED;
import static io.touchline.domain.cases.Stage.VERIFYING;
import static io.touchline.domain.cases.Stage.YELLOW_EXEMPT;
import static io.touchline.domain.cases.Stage.YELLOW_LIMIT;
import static io.touchline.domain.cases.Stage.YELLOW_STOP;

import io.touchline.domain.cases.Signature.Signatory;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which event leads from which state where, and who may bring it: the map of a case. Whatever is
 * not here is refused; what an event must carry, the state it leaves says.
 *
 * @param id T1 to T22 move a case; S1 to S11 stand beside them
 * @param to where it leads; empty where the state stays
 */
public record Transition(
    String id, Set<Stage> from, Happening happening, Set<Stage> to, Hand hand) {

  private static final List<Transition> ALL =
      List.of(
          row("T1", on(CLEAR), Happening.DETECTED, to(SUSPECTED), Hand.BY_ITSELF),
          row("T2", on(SUSPECTED), Happening.WORK_ORDER_ISSUED, to(VERIFYING), Hand.BY_ITSELF),
          row("T3", on(VERIFYING), Happening.DISMISSED, to(CLEAR), Hand.OFFICER),
          row("T4", on(VERIFYING), Happening.CONFIRMED, to(PROPOSED_YELLOW), Hand.OFFICER),
          row(
              "T5",
              on(PROPOSED_YELLOW),
              Happening.NOT_APPROVED,
              to(CLEAR, YELLOW_LIMIT, RELEASED_WATCH),
              Hand.HEAD),
          row("T6", on(PROPOSED_YELLOW), Happening.YELLOW_DECIDED, to(YELLOW_LIMIT), Hand.HEAD),
          row("T7", on(PROPOSED_YELLOW), Happening.YELLOW_DECIDED, to(YELLOW_STOP), Hand.HEAD),
          row("T8", on(PROPOSED_YELLOW), Happening.YELLOW_DECIDED, to(YELLOW_EXEMPT), Hand.HEAD),
          row(
              "T9",
              on(YELLOW_LIMIT, YELLOW_STOP, YELLOW_EXEMPT),
              Happening.PLAN_FILED,
              stays(),
              Hand.ENTERPRISE),
          row("T10", on(YELLOW_LIMIT), Happening.LIMIT_EXTENDED, stays(), Hand.HEAD),
          row("T11", on(YELLOW_LIMIT), Happening.DETECTED, to(PROPOSED_YELLOW), Hand.BY_ITSELF),
          row(
              "T12",
              on(YELLOW_LIMIT, YELLOW_STOP),
              Happening.COMPLETION_FILED,
              to(RELEASED_WATCH),
              Hand.ENTERPRISE),
          row(
              "T13",
              on(YELLOW_EXEMPT),
              Happening.RECTIFICATION_ACCEPTED,
              to(RELEASED_WATCH),
              Hand.OFFICER),
          row("T14", on(RELEASED_WATCH), Happening.CARD_REMOVED, to(CLEAR), Hand.OFFICER),
          row(
              "T15",
              on(RELEASED_WATCH),
              Happening.CLOSURE_PROPOSED,
              to(PROPOSED_RED),
              Hand.OFFICER),
          row("T16", on(YELLOW_STOP), Happening.CLOSURE_PROPOSED, to(PROPOSED_RED), Hand.OFFICER),
          row(
              "T17",
              on(VERIFYING, PROPOSED_YELLOW, YELLOW_LIMIT, YELLOW_EXEMPT),
              Happening.CLOSURE_PROPOSED,
              to(PROPOSED_RED),
              Hand.OFFICER),
          row("T18", on(PROPOSED_RED), Happening.CLOSURE_DECIDED, to(RED), Hand.GOVERNMENT),
          row(
              "T19",
              on(PROPOSED_RED),
              Happening.CLOSURE_DECLINED,
              to(
                  CLEAR,
                  SUSPECTED,
                  VERIFYING,
                  PROPOSED_YELLOW,
                  YELLOW_LIMIT,
                  YELLOW_STOP,
                  YELLOW_EXEMPT,
                  RELEASED_WATCH),
              Hand.GOVERNMENT),
          row("T20", on(RED), Happening.PERMIT_REVOKED, to(TERMINATED), Hand.PERMIT_AUTHORITY),
          row("T21", unended(), Happening.ENTITY_ENDED, to(TERMINATED), Hand.OFFICER),
          row(
              "T22",
              on(YELLOW_LIMIT, YELLOW_STOP, YELLOW_EXEMPT, RELEASED_WATCH, RED),
              Happening.DECISION_CANCELLED,
              to(
                  CLEAR,
                  SUSPECTED,
                  VERIFYING,
                  PROPOSED_YELLOW,
                  YELLOW_LIMIT,
                  YELLOW_STOP,
                  YELLOW_EXEMPT,
                  RELEASED_WATCH),
              Hand.LEGAL_OFFICER),
          // One more ground, or a hint.
          row("S1", opened(), Happening.DETECTED, stays(), Hand.BY_ITSELF),
          row("S2", on(SUSPECTED), Happening.TRUTH_CHANGED, to(CLEAR), Hand.BY_ITSELF),
          row("S3", opened(), Happening.TRUTH_CHANGED, stays(), Hand.BY_ITSELF),
          row("S4", unended(), Happening.RECORDED, stays(), Hand.ANYBODY),
          row("S5", unended(), Happening.FLAG_SET, stays(), Hand.OFFICER),
          row("S6", on(RELEASED_WATCH), Happening.FOLLOWED_UP, stays(), Hand.OFFICER),
          row("S7", on(RELEASED_WATCH), Happening.FILING_DEFECTIVE, stays(), Hand.OFFICER),
          row("S8", on(RELEASED_WATCH), Happening.COMPLETION_FILED, stays(), Hand.ENTERPRISE),
          // What concerns the measure that stands while something more is proposed.
          row(
              "S9",
              on(PROPOSED_YELLOW, PROPOSED_RED),
              Happening.PLAN_FILED,
              stays(),
              Hand.ENTERPRISE),
          row(
              "S10",
              on(PROPOSED_YELLOW, PROPOSED_RED),
              Happening.COMPLETION_FILED,
              stays(),
              Hand.ENTERPRISE),
          row(
              "S11",
              on(PROPOSED_YELLOW, PROPOSED_RED),
              Happening.DECISION_CANCELLED,
              stays(),
              Hand.LEGAL_OFFICER));

  /** In whose hand it lies. */
  public enum Hand {
    /** The software may; so may people. */
    BY_ITSELF,
    OFFICER,
    LEGAL_OFFICER,
    HEAD,
    GOVERNMENT,
    PERMIT_AUTHORITY,
    /** The enterprise files; an officer may enter what came on paper. */
    ENTERPRISE,
    /** Any person. */
    ANYBODY;

    /** Who may enter it. */
    public Set<Role> roles() {
      return switch (this) {
        case BY_ITSELF -> EnumSet.of(Role.SYSTEM, Role.DUTY_OFFICER, Role.OFFICER);
        case ENTERPRISE -> EnumSet.of(Role.OFFICER, Role.ENTERPRISE);
        case ANYBODY -> EnumSet.complementOf(EnumSet.of(Role.SYSTEM));
        case OFFICER, LEGAL_OFFICER, HEAD, GOVERNMENT, PERMIT_AUTHORITY ->
            EnumSet.of(Role.DUTY_OFFICER, Role.OFFICER, Role.LEGAL_OFFICER, Role.HEAD);
      };
    }

    /** Who must have signed it, where it is a decision. */
    public Set<Signatory> signatories() {
      return switch (this) {
        case OFFICER -> EnumSet.of(Signatory.OFFICER, Signatory.HEAD);
        case LEGAL_OFFICER -> EnumSet.of(Signatory.LEGAL_OFFICER);
        case HEAD -> EnumSet.of(Signatory.HEAD, Signatory.COLLECTIVE);
        case GOVERNMENT -> EnumSet.of(Signatory.GOVERNMENT);
        case PERMIT_AUTHORITY -> EnumSet.of(Signatory.PERMIT_AUTHORITY);
        case BY_ITSELF, ENTERPRISE, ANYBODY -> EnumSet.noneOf(Signatory.class);
      };
    }
  }

  /** Every row, in the order of the map. */
  public static List<Transition> all() {
    return ALL;
  }

  public boolean isStay() {
    return to.isEmpty();
  }

  /** Whether it can lead there from here. */
  public boolean leads(Stage here, Stage there) {
    return from.contains(here) && (isStay() ? here == there : to.contains(there));
  }

  /** Those that an event may take from a state. */
  public static List<Transition> from(Stage stage, Happening happening) {
    return ALL.stream()
        .filter(row -> row.happening == happening && row.from.contains(stage))
        .toList();
  }

  /** What can happen in a state at all. */
  public static List<Happening> possible(Stage stage) {
    return ALL.stream()
        .filter(row -> row.from.contains(stage))
        .map(Transition::happening)
        .distinct()
        .sorted()
        .toList();
  }

  private static Transition row(
      String id, Set<Stage> from, Happening happening, Set<Stage> to, Hand hand) {
    return new Transition(
        id, Collections.unmodifiableSet(from), happening, Collections.unmodifiableSet(to), hand);
  }

  private static Set<Stage> on(Stage first, Stage... rest) {
    return EnumSet.of(first, rest);
  }

  private static Set<Stage> to(Stage first, Stage... rest) {
    return EnumSet.of(first, rest);
  }

  private static Set<Stage> stays() {
    return EnumSet.noneOf(Stage.class);
  }

  private static Set<Stage> unended() {
    return EnumSet.complementOf(EnumSet.of(TERMINATED));
  }

  private static Set<Stage> opened() {
    return EnumSet.complementOf(EnumSet.of(CLEAR, TERMINATED));
  }
}
