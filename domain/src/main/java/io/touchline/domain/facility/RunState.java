package io.touchline.domain.facility;

/** Whether a facility does its work at a moment. */
public enum RunState {
  RUNS,
  /** Switched off, or out for maintenance. */
  STANDS
}
