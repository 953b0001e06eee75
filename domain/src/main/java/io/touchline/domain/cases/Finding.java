package io.touchline.domain.cases;

import io.touchline.domain.Decimal;
import java.time.Instant;
import java.util.List;

/**
 * One reason for a case as data or a person show it, with the rows of law and the hash of what
 * proves it. The same data give the same finding on every run.
 *
 * @param id the same for all revisions of one finding: {@code L1|MN|rule|from}
 * @param lawRows names of the rows of the ground that held when it happened, the national one first
 * @param adopted those of them that were not seen in their text and that the office adopted
 * @param subject MN of an outlet, or credit code of an enterprise
 * @param factor pollutant code, null where it is about none
 * @param rule what was held against: a limit row, a permitted total; null where nothing was
 * @param from first instant it is about
 * @param to the instant after the last, null while it lasts
 * @param worst the figure furthest outside, null where there is none
 * @param limit what it was held against, null likewise
 * @param times how many times over, in both readings, null likewise
 * @param exceedingDays days over the limit of the last thirty, null where they were not counted
 * @param revision of the data it rests on
 * @param evidenceHash SHA-256 of the input, 64 lower-case hexadecimal digits
 * @param why one sentence for people
 */
public record Finding(
    String id,
    Ground ground,
    List<String> lawRows,
    List<String> adopted,
    String subject,
    String factor,
    String rule,
    Instant from,
    Instant to,
    Decimal worst,
    Decimal limit,
    TimesOver times,
    Integer exceedingDays,
    int revision,
    String evidenceHash,
    String why) {

  public Finding {
    lawRows = List.copyOf(lawRows);
    adopted = List.copyOf(adopted);
  }

  /** Why it may not move a case: its row was not in force or not seen; null where it may. */
  String objection() {
    GroundRow row = GroundRow.at(ground, from).orElse(null);
    if (row == null || !lawRows.contains(row.id())) {
      return "finding "
          + id
          + " names "
          + lawRows
          + ", in force at its time was "
          + (row == null ? "no row of " + ground : row.id());
    }
    return row.source().verified() || adopted.contains(row.id())
        ? null
        : Law.asSeen().objection(row).orElseThrow();
  }
}
