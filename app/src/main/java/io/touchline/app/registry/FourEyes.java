package io.touchline.app.registry;

import java.util.Locale;

/**
 * Further columns of limits and permits: {@code proposed_by} and {@code approved_by}, two persons.
 * A file without both columns is older than they are: whoever imports it answers for its rows.
 */
final class FourEyes {

  private static final String PROPOSED = "proposed_by";
  private static final String APPROVED = "approved_by";

  private final Findings findings;

  FourEyes(Findings findings) {
    this.findings = findings;
  }

  /** Whether the row may judge; the findings say why not. */
  boolean letJudge(Row row) {
    if (!row.has(PROPOSED) && !row.has(APPROVED)) {
      return true;
    }
    String proposed = row.required(PROPOSED);
    String approved = row.textOrNull(APPROVED);
    if (proposed == null) {
      return false;
    }
    if (approved == null) {
      findings.note(row, APPROVED, "foureyes.waits", proposed);
      return false;
    }
    if (person(approved).equals(person(proposed))) {
      findings.error(row, APPROVED, "foureyes.same", approved);
      return false;
    }
    return true;
  }

  private static String person(String name) {
    return name.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
  }
}
