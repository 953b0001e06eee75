package io.touchline.alerts.cases;

import io.touchline.domain.cases.Decision;
import io.touchline.domain.cases.Detection;
import io.touchline.domain.cases.Duty;
import io.touchline.domain.cases.DutyRow;
import io.touchline.domain.cases.Step;
import io.touchline.domain.cases.What;
import java.time.Instant;
import java.util.List;

/** The row of law that an event rests on where nobody names another. */
final class RestsOn {

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
    if (what instanceof Step.Recorded recorded) {
      return duty(recorded.milestone());
    }
    if (what instanceof Step.PlanFiled) {
      return Duty.D8;
    }
    if (what instanceof Step.CompletionFiled || what instanceof Step.FilingDefective) {
      return Duty.D10;
    }
    if (what instanceof Step.FollowedUp || what instanceof Decision.CardRemoved) {
      return Duty.D14;
    }
    if (what instanceof Decision.LimitExtended) {
      return Duty.D6;
    }
    if (what instanceof Decision.EntityEnded) {
      return Duty.D12;
    }
    boolean verifying =
        what instanceof Step.WorkOrderIssued
            || what instanceof Step.Confirmed
            || what instanceof Decision.Dismissed
            || what instanceof Detection;
    return verifying ? Duty.D18 : Duty.D4;
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
