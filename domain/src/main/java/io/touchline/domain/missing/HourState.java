package io.touchline.domain.missing;

/**
 * What became of one hour of one pollutant at one outlet (HJ 75-2017 12.1, recall, needs check).
 */
public enum HourState {
  /** Valid: its mass is measured. */
  MEASURED(null),
  /** The source stood still: neither due nor missing. */
  STOPPED(null),
  /** A check failed: the monitor is out of control (失控). */
  OUT_OF_CONTROL(SubstitutionRow.Table.TABLE_5),
  /** Its calibration was due and not done (超期未校准). */
  OVERDUE_CALIBRATION(SubstitutionRow.Table.TABLE_5),
  FAULT(SubstitutionRow.Table.TABLE_6),
  REPAIR(SubstitutionRow.Table.TABLE_6),
  MAINTENANCE(SubstitutionRow.Table.TABLE_6),
  CALIBRATION(SubstitutionRow.Table.TABLE_6),
  COMMUNICATION_LOSS(SubstitutionRow.Table.TABLE_6),
  /** Invalid without a finer reason. */
  OTHER_INVALID(SubstitutionRow.Table.TABLE_6),
  /** Nothing of it is known. */
  NOT_RECEIVED(SubstitutionRow.Table.TABLE_6);

  private final SubstitutionRow.Table table;

  HourState(SubstitutionRow.Table table) {
    this.table = table;
  }

  /** Due, but without valid data. */
  public boolean isInvalid() {
    return table != null;
  }

  /** The table that fills it, null where there is nothing to fill. */
  SubstitutionRow.Table table() {
    return table;
  }
}
