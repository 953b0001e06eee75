package io.touchline.domain.calendar;

/**
 * How long somebody has, and how it is counted.
 *
 * @param begin whether the day it starts from counts
 * @param lastDay what becomes of a last day on which nobody works; of working days it never is one
 */
public record Term(int amount, Unit unit, Begin begin, LastDay lastDay) {

  /** What is counted. */
  public enum Unit {
    /** 工作日. */
    WORKING_DAYS,
    /** 自然日. */
    DAYS,
    /** Calendar months: to the day of the same number, or the last of its month. */
    MONTHS
  }

  /** 期间开始之日: counted or not. */
  public enum Begin {
    /** The day after is the first (Order 8 of 2010 art. 79). */
    DAY_AFTER,
    SAME_DAY
  }

  /** 期间届满的最后一日是节假日: put off or not. */
  public enum LastDay {
    /** To the first day after the holiday (Order 8 of 2010 art. 79). */
    NEXT_WORKING,
    KEEP
  }

  /** As the rules of procedure count: the day after is the first, a holiday at the end moves it. */
  public static Term of(int amount, Unit unit) {
    return new Term(amount, unit, Begin.DAY_AFTER, LastDay.NEXT_WORKING);
  }

  /** {@code 7 working days}. */
  public String text() {
    return amount
        + switch (unit) {
          case WORKING_DAYS -> " working days";
          case DAYS -> " days";
          case MONTHS -> " months";
        };
  }
}
