package io.touchline.portal.page;

import io.touchline.alerts.cases.CaseLine;
import io.touchline.alerts.cases.CaseOverview;
import io.touchline.alerts.cases.CaseQuery;
import io.touchline.alerts.http.Caller;
import io.touchline.alerts.http.Role;
import java.time.LocalDate;
import java.util.List;

/**
 * The list of cases.
 *
 * @param query what was asked for
 * @param overview all that the caller may see, whatever was asked for
 * @param next names the page after this one, null on the last
 */
public record CasesPage(
    Caller caller,
    CaseQuery query,
    CaseOverview overview,
    List<CaseLine> cases,
    String next,
    LocalDate today) {

  public boolean isOverdue(CaseLine line) {
    return line.nextDue() != null && line.nextDue().isBefore(today);
  }

  public boolean isDueToday(CaseLine line) {
    return today.equals(line.nextDue());
  }

  /** Whether regions are of any use to who looks. */
  public boolean hasRegions() {
    return caller.role() != Role.ENTERPRISE;
  }
}
