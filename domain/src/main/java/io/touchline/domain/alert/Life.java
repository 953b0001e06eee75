package io.touchline.domain.alert;

/**
 * How far people have come with an alert. Each state has the steps that may be taken from it; the
 * text of the exception is what the person is told.
 */
public sealed interface Life {

  /** Nobody has it yet. */
  record Fresh() implements Life {}

  /** Somebody has it and has not said so. */
  record Assigned(String owner) implements Life {}

  /** Somebody looks after it. */
  record Acknowledged(String owner) implements Life {}

  /** The enterprise has said what happened; an officer has not answered. */
  record Answered(String owner) implements Life {}

  /** The officer took the answer, or goes to see. */
  record Reviewed(String owner, Opinion opinion) implements Life {}

  /** Done, with what it was and the proof. */
  record Closed(String owner, CloseCode code, String evidence) implements Life {}

  /** What an officer says to an answer. */
  enum Opinion {
    ACCEPT,
    /** The enterprise has to answer again. */
    REJECT,
    VISIT
  }

  /** Who has it; null where nobody does. */
  default String owner() {
    return null;
  }

  /** Gives it to somebody. */
  default Life assign(String somebody) {
    stillOpen("assigned");
    required(somebody, "to whom it is assigned");
    if (this instanceof Answered) {
      return new Answered(somebody);
    }
    return this instanceof Reviewed reviewed
        ? new Reviewed(somebody, reviewed.opinion())
        : new Assigned(somebody);
  }

  /** Somebody says that they look after it. */
  default Life acknowledge(String somebody) {
    stillOpen("acknowledged");
    return this instanceof Fresh || this instanceof Assigned ? new Acknowledged(somebody) : this;
  }

  /** The enterprise answers, for the first time or again. */
  default Life answer() {
    stillOpen("answered");
    return new Answered(owner());
  }

  /** An officer says what they think of the answer. */
  default Life review(Opinion opinion) {
    stillOpen("reviewed");
    if (!(this instanceof Answered) && opinion != Opinion.VISIT) {
      throw new IllegalStateException("there is no answer of the enterprise to accept or reject");
    }
    return opinion == Opinion.REJECT ? new Acknowledged(owner()) : new Reviewed(owner(), opinion);
  }

  /** Ends it. A close without a code or without evidence is refused. */
  default Life close(CloseCode code, String evidence) {
    stillOpen("closed");
    if (code == null) {
      throw new IllegalArgumentException("a close says by a code what the alert turned out to be");
    }
    return new Closed(owner(), code, required(evidence, "the evidence that it rests on"));
  }

  /** Whether the due clocks run. */
  default boolean isWaiting() {
    return this instanceof Fresh || this instanceof Assigned || this instanceof Acknowledged;
  }

  private void stillOpen(String what) {
    if (this instanceof Closed closed) {
      throw new IllegalStateException(
          "the alert is closed as " + closed.code() + " and is not " + what + " any more");
    }
  }

  private static String required(String text, String what) {
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException("missing: " + what);
    }
    return text;
  }
}
