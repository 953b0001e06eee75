package io.touchline.alerts.cases;

import io.touchline.contract.CaseRecord;
import io.touchline.domain.cases.Outcome;

/** What comes of entering an event. A refusal is a value: it says why, and what to do instead. */
public sealed interface Answer {

  /**
   * It stands.
   *
   * @param already whether it was there before
   */
  record Entered(CaseRecord now, String eventId, boolean already) implements Answer {}

  /** It does not stand and left no trace in the case. */
  sealed interface Refused extends Answer {
    /** What speaks against it. */
    String why();

    /** What to do. */
    String instead();
  }

  /** By a rule of the case. */
  record AgainstTheRules(Outcome.Reason reason, String why, String instead) implements Refused {}

  /** Somebody else entered an event meanwhile. */
  record Stale(long version, String why, String instead) implements Refused {}

  /** There is no such case, or it is not theirs to see. */
  record NotThere(String why, String instead) implements Refused {}

  /** The stored events of the case were changed: nothing is added to them. */
  record Tampered(String why, String instead) implements Refused {}
}
