package io.touchline.domain.calendar;

import java.time.LocalDate;

/**
 * What one day in China is.
 *
 * @param reason by which notice, or why it is not known; "" where the week alone says it
 */
public record Day(LocalDate date, Kind kind, String reason) {

  /** Kinds of days. */
  public enum Kind {
    /** 工作日. */
    WORKING(true),
    /** 调休上班. */
    MADE_UP(true),
    /** 周末. */
    WEEKEND(false),
    /** 节假日. */
    HOLIDAY(false),
    /** The notice that decides is not among the rows. */
    NOT_KNOWN(false);

    private final boolean working;

    Kind(boolean working) {
      this.working = working;
    }

    boolean working() {
      return working;
    }
  }

  public boolean isWorking() {
    return kind.working();
  }

  public boolean isKnown() {
    return kind != Kind.NOT_KNOWN;
  }
}
