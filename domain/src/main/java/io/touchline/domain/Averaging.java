package io.touchline.domain;

/** What of its data a limit row is held against. */
public enum Averaging {
  /** The hour mean (小时均值). */
  HOUR(AveragingPeriod.HOUR),
  /** The day mean (日均值). */
  DAY(AveragingPeriod.DAY),
  /**
   * Every five-minute mean of a furnace's temperature; the value is the least, and a day may have
   * five below it (炉膛温度五分钟均值). See {@link FurnaceTemperature}.
   */
  FIVE_MINUTES(AveragingPeriod.DAY),
  /** Every hour of a month, of which a share must lie within (月达标率). See {@link MonthShare}. */
  MONTH_SHARE(AveragingPeriod.MONTH);

  private final AveragingPeriod judged;

  Averaging(AveragingPeriod judged) {
    this.judged = judged;
  }

  /** How often it is judged: each hour, each day, each month. */
  public AveragingPeriod judgedEach() {
    return judged;
  }

  /** Whether parts are held against the value one by one and counted, instead of one mean. */
  public boolean counts() {
    return this == FIVE_MINUTES || this == MONTH_SHARE;
  }
}
