package io.touchline.domain.cases;

import java.time.LocalDate;

/**
 * Under a decision. Whoever enters the decision, this is who made it; the software can be none of
 * the signatories.
 *
 * @param person name or office of who signed
 * @param document number of the document that bears the signature
 * @param on its date
 */
public record Signature(Signatory signatory, String person, String document, LocalDate on) {

  /** Who may sign. */
  public enum Signatory {
    OFFICER,
    LEGAL_OFFICER,
    /** 负责人. */
    HEAD,
    /** 案件审查委员会集体审议. */
    COLLECTIVE,
    /** 有批准权的人民政府. */
    GOVERNMENT,
    /** Who revokes a permit. */
    PERMIT_AUTHORITY
  }

  boolean isWhole() {
    return signatory != null && Words.said(person) && Words.said(document) && on != null;
  }
}
