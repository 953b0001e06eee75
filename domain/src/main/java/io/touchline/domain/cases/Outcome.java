package io.touchline.domain.cases;

/** What an event does to a case. A refusal is a value: it says why, and what to do instead. */
public sealed interface Outcome {

  /**
   * The event stands.
   *
   * @param to the state afterwards, which may be the one before
   * @param disputed whether something decided rests on data that changed
   */
  record Moved(CaseState to, boolean disputed) implements Outcome {}

  /** The event was there already. */
  record Known() implements Outcome {}

  /**
   * The event does not stand and leaves no trace in the case.
   *
   * @param why what speaks against it
   * @param instead what to do
   */
  record Refused(Reason reason, String why, String instead) implements Outcome {

    public String text() {
      return why + "; " + instead;
    }
  }

  /** Kinds of refusals. */
  enum Reason {
    NOT_FROM_HERE,
    NOT_BY_THEM,
    INCOMPLETE,
    LAW_NOT_SEEN,
    TOO_EARLY,
    TOO_LATE,
    NOT_FOUND,
    DEPARTS_WITHOUT_REASON,
    OTHER_CASE,
    ID_TAKEN,
    OUT_OF_ORDER,
    CARD_OPEN
  }

  static Outcome to(CaseState state) {
    return new Moved(state, false);
  }

  static Outcome refused(Reason reason, String why, String instead) {
    return new Refused(reason, why, instead);
  }

  static Outcome incomplete(String missing, String instead) {
    return refused(Reason.INCOMPLETE, missing, instead);
  }
}
