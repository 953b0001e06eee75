package io.touchline.domain.alert;

/** What an alert turned out to be (办结代码). */
public enum CloseCode {
  VIOLATION_CONFIRMED,
  DEVICE_FAULT,
  MAINTENANCE_MARKED,
  START_STOP,
  DATA_ERROR,
  DUPLICATE,
  WITHIN_LIMIT_AFTER_REVIEW,
  OTHER
}
