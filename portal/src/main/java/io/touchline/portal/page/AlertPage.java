package io.touchline.portal.page;

import io.touchline.alerts.book.Alert;
import io.touchline.alerts.http.Caller;
import io.touchline.alerts.http.Role;
import io.touchline.alerts.life.Answer;
import io.touchline.domain.alert.Life;
import io.touchline.portal.read.AlertList;
import io.touchline.portal.read.FindingRow;
import io.touchline.portal.read.MarkRow;
import java.time.Instant;
import java.util.List;

/**
 * What the page of one alert says.
 *
 * @param chart of its outlet and factor, null where there is none
 * @param marks that the discharger set on the time in question
 * @param doubts about the data of its outlet and factor
 * @param answer the enterprise's latest, null where there is none
 * @param officers who it can be given to
 * @param form what was sent and not taken
 * @param done the step that was taken just now, null where none was
 */
public record AlertPage(
    Caller caller,
    AlertList.Row row,
    OutletPage.JudgedFactor chart,
    List<MarkRow> marks,
    List<FindingRow> doubts,
    Answer answer,
    List<HistoryLine> history,
    List<String> officers,
    FormState form,
    String done,
    Instant now) {

  public Alert alert() {
    return row.alert();
  }

  /** Short enough to say on the telephone. */
  public String number() {
    return number(alert());
  }

  /** The first digits of its name. */
  public static String number(Alert alert) {
    return alert.id().toString().substring(0, 8);
  }

  public boolean isOfOutlet() {
    return alert().place().name() != null;
  }

  public boolean canAcknowledge() {
    return isOfficer()
        && (alert().life() instanceof Life.Fresh || alert().life() instanceof Life.Assigned);
  }

  public boolean canAssign() {
    return caller.role() == Role.SUPERVISOR && !alert().isClosed();
  }

  /** An answer is judged; a visit can be announced without one. */
  public boolean canReview() {
    return isOfficer() && !alert().isClosed();
  }

  public boolean canClose() {
    return isOfficer() && !alert().isClosed();
  }

  public boolean canAnswer() {
    return caller.role() == Role.ENTERPRISE && !alert().isClosed();
  }

  /** A contact is personal: for those who handle the alert and those who gave it. */
  public boolean showsContact() {
    return isOfficer() || caller.role() == Role.ENTERPRISE;
  }

  public boolean isAnswered() {
    return alert().life() instanceof Life.Answered;
  }

  private boolean isOfficer() {
    return caller.role() == Role.OFFICER || caller.role() == Role.SUPERVISOR;
  }
}
