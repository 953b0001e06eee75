package io.touchline.domain.cases;

/** Who does something in a case. */
public enum Role {
  /** The software: it detects, proposes, counts and drafts. */
  SYSTEM,
  DUTY_OFFICER,
  OFFICER,
  LEGAL_OFFICER,
  /** 负责人 of the authority. */
  HEAD,
  ENTERPRISE;
}
