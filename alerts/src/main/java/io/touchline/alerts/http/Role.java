package io.touchline.alerts.http;

/** What somebody may do here. What a role is not given, it may not. */
public enum Role {
  /** Handles alerts and cases of their region. */
  OFFICER,
  /** An officer who also assigns. */
  SUPERVISOR,
  /** Looks after the law of cases: adopts rows, enters what a review or a court cancelled. */
  LEGAL,
  /** 负责人: publishes lists. */
  HEAD,
  /** Sees and answers what is their own. */
  ENTERPRISE,
  /** Looks after stations: silences, stops, rosters. */
  OPERATIONS,
  /** Looks after the installation and sees no business. */
  SYSTEM_ADMIN,
  /** Looks after accounts and sees no business. */
  SECURITY_ADMIN,
  /** Reads who did what, and does nothing. */
  AUDITOR
}
