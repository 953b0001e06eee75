package io.touchline.domain.missing;

import io.touchline.domain.FactorMean;
import io.touchline.domain.Validity;

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

  /**
   * What became of an hour by its mean, null for none. A mass that cannot be told counts as
   * invalid; the wire flag F is of the instrument, so it takes no hour out: only a mark says that
   * the source stood still.
   */
  public static HourState of(FactorMean mean) {
    if (mean == null) {
      return NOT_RECEIVED;
    }
    Validity validity = mean.validity();
    if (validity.reason() == Validity.Reason.STOPPED) {
      return STOPPED;
    }
    if (validity.isValid()) {
      return mean.massMg() == null ? OTHER_INVALID : MEASURED;
    }
    return switch (validity.detail()) {
      case "flag M" -> MAINTENANCE;
      case "flag D" -> FAULT;
      case "flag C" -> CALIBRATION;
      case "flag B" -> COMMUNICATION_LOSS;
      default -> validity.isMarked() ? ofMark(validity.detail()) : OTHER_INVALID;
    };
  }

  private static HourState ofMark(String detail) {
    if (detail.contains("DEVICE_FAULT")) {
      return FAULT;
    } else if (detail.contains("CALIBRATION")) {
      return CALIBRATION;
    } else if (detail.contains("COMMUNICATION_LOSS")) {
      return COMMUNICATION_LOSS;
    }
    return detail.contains("MAINTENANCE") ? MAINTENANCE : OTHER_INVALID;
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
