package io.touchline.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * Where a rule number comes from and when it holds.
 *
 * @param validTo last day on which it holds, null where open
 * @param verified whether the standard's own text was seen; if not, it needs a check
 */
public record RuleSource(
    String standard, String clause, LocalDate validFrom, LocalDate validTo, boolean verified) {

  /** From the columns standard, clause, valid_from, valid_to and verified. */
  public static RuleSource of(Map<String, String> cells) {
    String last = cells.get("valid_to");
    return new RuleSource(
        cells.get("standard"),
        cells.get("clause"),
        LocalDate.parse(cells.get("valid_from")),
        last.isEmpty() ? null : LocalDate.parse(last),
        cells.get("verified").equals("yes"));
  }

  public boolean holdsAt(Instant instant) {
    LocalDate day = ChinaTime.date(instant);
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }

  /** For people: {@code HJ 75-2017 Table 5 (needs check)}. */
  @Override
  public String toString() {
    return standard + ' ' + clause + (verified ? "" : " (needs check)");
  }
}
