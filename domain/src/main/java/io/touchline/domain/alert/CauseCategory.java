package io.touchline.domain.alert;

/** What an enterprise says was the cause (原因类别). */
public enum CauseCategory {
  PROCESS,
  CONTROL_FACILITY,
  MONITOR_FAULT,
  MAINTENANCE_CALIBRATION,
  START_STOP,
  COMMUNICATION,
  SAMPLING,
  OTHER
}
