package io.touchline.domain.alert;

import io.touchline.domain.AveragingPeriod;

/** What an alert is about. */
public enum Subject {
  /** An hour mean over its limit: to warn the enterprise (预防). */
  HOUR,
  /** A day mean over its limit: for the officers (执法). */
  DAY,
  /** A month over its limit. */
  MONTH,
  /** An hour that will exceed if it goes on. */
  RUNNING_HOUR,
  /** Most or all of a permitted amount is used. */
  BUDGET,
  /** Data do not come. */
  SILENCE,
  /** Treatment stood still or takes out too little. */
  TREATMENT,
  /** A question to the data. */
  DOUBT,
  /** Contradictions, gaps and clocks. */
  DATA;

  /** The exceedance of a mean over that period. */
  public static Subject of(AveragingPeriod period) {
    return switch (period) {
      case HOUR -> HOUR;
      case DAY -> DAY;
      case MONTH -> MONTH;
    };
  }

  /** Whether means of periods say that it is over. */
  public boolean isOfMeans() {
    return this == HOUR || this == DAY || this == MONTH;
  }
}
