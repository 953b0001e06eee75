package io.touchline.domain.alert;

import io.touchline.domain.Decimal;

/**
 * What an alert is graded by; null where there is no such figure.
 *
 * @param multiple greatest exceedance multiple
 * @param periods of its longest occurrence
 * @param hours that its latest occurrence has lasted
 * @param days with an exceedance of the last 30
 * @param share of what is permitted
 * @param score of the finding itself
 * @param doubt the greatest score of what speaks against the data
 */
public record Figures(
    Decimal multiple,
    long periods,
    long hours,
    Integer days,
    Decimal share,
    Decimal score,
    Decimal doubt) {

  /** What a row looks at. */
  public enum Measure {
    ALWAYS,
    MULTIPLE,
    PERIODS,
    HOURS,
    DAYS,
    SHARE,
    SCORE,
    DOUBT
  }

  /** Null where there is none, and for {@link Measure#ALWAYS}. */
  Decimal of(Measure measure) {
    return switch (measure) {
      case ALWAYS -> null;
      case MULTIPLE -> multiple;
      case PERIODS -> Decimal.of(Long.toString(periods));
      case HOURS -> Decimal.of(Long.toString(hours));
      case DAYS -> days == null ? null : Decimal.of(days.toString());
      case SHARE -> share;
      case SCORE -> score;
      case DOUBT -> doubt;
    };
  }
}
