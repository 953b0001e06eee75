package io.touchline.alerts.http;

/** What somebody may do here. What a role is not given, it may not. */
public enum Role {
  /** Handles alerts of their region. */
  OFFICER,
  /** An officer who also assigns. */
  SUPERVISOR,
  /** Sees and answers what is their own. */
  ENTERPRISE,
  /** Looks after stations: silences, stops, rosters. */
  OPERATIONS
}
