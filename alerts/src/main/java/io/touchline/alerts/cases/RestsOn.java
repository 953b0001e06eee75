package io.touchline.alerts.cases;

import io.touchline.domain.cases.Decision;
import io.touchline.domain.cases.Detection;
import io.touchline.domain.cases.Duty;
import io.touchline.domain.cases.DutyRow;
import io.touchline.domain.cases.Happening;
import io.touchline.domain.cases.Step;
import io.touchline.domain.cases.What;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The row of law that an event rests on where nobody names another. */
public final class RestsOn {

  private RestsOn() {}

  /** Null where it has none of its own. */
  static String row(What what, Instant at) {
    if (what instanceof Detection.Detected detected) {
      return first(detected.finding().lawRows());
    }
    if (what instanceof Decision.YellowDecided decided) {
      return first(decided.lawRows());
    }
    if (what instanceof Step.ClosureProposed proposed) {
      return proposed.lawRow();
    }
    return DutyRow.at(duty(what), DutyRow.Part.BASE, at).map(DutyRow::id).orElse(null);
  }

  private static String first(List<String> rows) {
    return rows.isEmpty() ? null : rows.get(0);
  }

  private static Duty duty(What what) {
    return what instanceof Step.Recorded recorded
        ? duty(recorded.milestone())
        : duty(what.happening());
  }

  /** The row of the duty that such an event belongs to, in force at that time. */
  public static Optional<DutyRow> clause(Happening happening, Instant at) {
    return DutyRow.at(duty(happening), DutyRow.Part.BASE, at);
  }

  private static Duty duty(Happening happening) {
    return switch (happening) {
      case PLAN_FILED -> Duty.D8;
      case COMPLETION_FILED, FILING_DEFECTIVE -> Duty.D10;
      case FOLLOWED_UP, CARD_REMOVED -> Duty.D14;
      case LIMIT_EXTENDED -> Duty.D6;
      case ENTITY_ENDED -> Duty.D12;
      case WORK_ORDER_ISSUED, CONFIRMED, DISMISSED, DETECTED, TRUTH_CHANGED -> Duty.D18;
      case RECORDED -> Duty.D15;
      case NOT_APPROVED,
          YELLOW_DECIDED,
          RECTIFICATION_ACCEPTED,
          CLOSURE_PROPOSED,
          CLOSURE_DECIDED,
          CLOSURE_DECLINED,
          PERMIT_REVOKED,
          DECISION_CANCELLED,
          FLAG_SET ->
          Duty.D4;
    };
  }

  private static Duty duty(Step.Milestone milestone) {
    return switch (milestone) {
      case DECISION_SERVED -> Duty.D5;
      case DECISION_PUBLISHED, RELEASE_PUBLISHED -> Duty.D15;
      case FILING_PUT_OFF -> Duty.D18;
      case SUPERVISED -> Duty.D13;
      case INTERIM_REPORT -> Duty.D16;
      case ANNUAL_REPORT -> Duty.D17;
      case CORRECTION_ORDER_SERVED, RECHECKED -> Duty.D19;
    };
  }
}
