package io.touchline.domain.rate;

/** What became of one hour of one factor. */
public enum HourOutcome {
  /** Came and is valid. */
  VALID('V', 1, 1, 1),
  /** Came and is not valid. */
  INVALID('I', 1, 1, 0),
  /** Did not come. */
  MISSING('M', 1, 0, 0),
  /** The source stood still: nothing was due. */
  STOPPED('S', 0, 0, 0),
  /** Waste water: the hour of the daily standard check, of which one a day is not due. */
  STANDARD_CHECK('C', 0, 0, 0),
  /** Has not ended yet for this outlet, or lies before its first. */
  NOT_YET('-', 0, 0, 0);

  private final char letter;
  private final int due;
  private final int received;
  private final int valid;

  HourOutcome(char letter, int due, int received, int valid) {
    this.letter = letter;
    this.due = due;
    this.received = received;
    this.valid = valid;
  }

  /** One letter for a line of 24. */
  public char letter() {
    return letter;
  }

  Counters counters() {
    return new Counters(due, received, received, valid);
  }
}
