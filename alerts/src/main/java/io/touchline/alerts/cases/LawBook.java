package io.touchline.alerts.cases;

import io.touchline.domain.cases.CaseNumber;
import io.touchline.domain.cases.DutyRow;
import io.touchline.domain.cases.GroundRow;
import io.touchline.domain.cases.Law;
import io.touchline.domain.cases.LawRow;
import io.touchline.domain.cases.ToxicFactor;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Which rows of law judge in this office: those seen in their text, and those adopted by name. */
public final class LawBook {

  private LawBook() {}

  /** As it stands. */
  public static Law read(Handle handle) {
    Set<String> adopted =
        handle
            .createQuery(
                """
                select law_row from (
                  select distinct on (law_row) law_row, adopted from alerts.law_adoption
                  order by law_row, number desc) latest
                where adopted""")
            .mapTo(String.class)
            .set();
    return Law.adopting(adopted.toArray(String[]::new));
  }

  /**
   * Adopts a row, or takes that back.
   *
   * @throws IllegalArgumentException where no row has that name, or no reason is given
   */
  public static void adopt(
      Handle handle, Instant at, Participant who, String row, boolean adopted, String reason) {
    if (reason == null || reason.isBlank()) {
      throw new IllegalArgumentException(
          "a row of law is adopted with a reason: where it was read");
    }
    if (!names().contains(row)) {
      throw new IllegalArgumentException("no row of law is called " + row + ": see docs/cases.md");
    }
    handle.execute(
        """
        insert into alerts.law_adoption (law_row, adopted, officer, reason, at)
        values (?, ?, ?, ?, ?)""",
        row,
        adopted,
        who.login(),
        reason,
        Timestamp.from(at));
    AccessLog.add(handle, at, who, adopted ? "LAW_ADOPTED" : "LAW_LEFT", row, reason);
  }

  private static Set<String> names() {
    return Stream.<Stream<? extends LawRow>>of(
            GroundRow.rows().stream(),
            DutyRow.rows().stream(),
            CaseNumber.rows().stream(),
            ToxicFactor.rows().stream())
        .flatMap(rows -> rows)
        .map(LawRow::id)
        .collect(Collectors.toSet());
  }
}
