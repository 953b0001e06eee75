package io.touchline.alerts.book;

/** What happened to an alert that somebody may have to be told of. */
public enum Change {
  OPENED,
  /** Its grade went up to an exceedance. */
  RAISED_TO_EXCEEDANCE,
  RAISED_TO_SERIOUS,
  /** Its grade went up to an early warning. */
  RAISED_TO_EARLY_WARNING,
  LOWERED,
  /** It had ended or was withdrawn, and is there again. */
  REOPENED,
  /** It closed by itself. */
  ENDED,
  /** Late truth took its ground away. */
  WITHDRAWN,
  /** What a closed alert stood on has changed. */
  CHANGED_AFTER_CLOSE,
  REMINDER,
  DUE,
  OVERDUE;

  /** Whether it goes to those who were told before, and to nobody else. */
  public boolean goesToThoseTold() {
    return this == ENDED || this == WITHDRAWN || this == CHANGED_AFTER_CLOSE || this == REMINDER;
  }

  /** Whether it says that there is something to look after. */
  public boolean isCall() {
    return this == OPENED
        || this == REOPENED
        || this == RAISED_TO_EARLY_WARNING
        || this == RAISED_TO_EXCEEDANCE
        || this == RAISED_TO_SERIOUS;
  }
}
