package io.touchline.hj212.message;

import java.util.Optional;

/** The state of treatment equipment (SBn-RS), HJ 212-2017 table 4; 2005 has 0 and 1 only. */
public enum EquipmentState {
  OFF,
  ON,
  CALIBRATION,
  MAINTENANCE,
  ALARM,
  BLOW_BACK;

  /** The state of a text of one digit; empty for any other. */
  public static Optional<EquipmentState> of(String text) {
    return FieldKinds.number(text)
        .filter(number -> number < values().length)
        .map(number -> values()[number]);
  }
}
