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
  MONTH_SHARE(AveragingPeriod.MONTH),
  /** The mass of a day (日排放量). */
  DAY_MASS(AveragingPeriod.DAY),
  /** The mass of a day of a special period such as one of heavy pollution (特殊时段日排放量). */
  SPECIAL_DAY_MASS(AveragingPeriod.DAY),
  /** The mass of a calendar month so far, at each of its days (月排放量). */
  MONTH_MASS(AveragingPeriod.DAY),
  /** The mass of a quarter so far, at each of its days (季度排放量). */
  QUARTER_MASS(AveragingPeriod.DAY),
  /** The mass of a season so far, at each of its days (季节排放量). */
  SEASON_MASS(AveragingPeriod.DAY),
  /** The mass of a calendar year so far, at each of its days (年排放量). */
  YEAR_MASS(AveragingPeriod.DAY),
  /** The mass of the twelve months that end with a month (连续十二个月排放量; HJ 942-2018). */
  TWELVE_MONTHS_MASS(AveragingPeriod.MONTH);

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

  /** Whether emitted mass is held against the value: of an enterprise, by its permits. */
  public boolean isMass() {
    return compareTo(DAY_MASS) >= 0;
  }
}
