package io.touchline.portal.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.touchline.alerts.book.Alert;
import io.touchline.alerts.book.History;
import io.touchline.alerts.http.Accounts;
import io.touchline.alerts.http.Caller;
import io.touchline.alerts.http.Role;
import io.touchline.alerts.life.Answer;
import io.touchline.alerts.life.Casework;
import io.touchline.contract.Json;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.alert.Subject;
import io.touchline.portal.read.AlertFilter;
import io.touchline.portal.read.AlertList;
import io.touchline.portal.read.FindingRow;
import io.touchline.portal.read.MarkRow;
import io.touchline.portal.read.ReadModels;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Gathers what the list of alerts and the page of one say, within what a caller may see. */
public final class AlertQuery {

  private static final int ROWS = 50;
  private static final int EXPORTED = 10_000;
  private static final int MOST = 20;

  private final ReadModels models;
  private final OutletQuery outlets;
  private final Casework casework;
  private final Accounts accounts;
  private final Clock clock;

  public AlertQuery(
      ReadModels models, OutletQuery outlets, Casework casework, Accounts accounts, Clock clock) {
    this.models = models;
    this.outlets = outlets;
    this.casework = casework;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * One page of the list.
   *
   * @param page counted from 1; the last where there are fewer
   * @param acknowledged how many were acknowledged just now, null where none were
   */
  public AlertListPage list(AlertFilter filter, Caller caller, int page, Integer acknowledged) {
    long total = models.alerts().count(filter, caller);
    int pages = (int) Math.max(1, (total + ROWS - 1) / ROWS);
    int shown = Math.min(page, pages);
    return new AlertListPage(
        caller,
        filter,
        models.alerts().page(filter, caller, (shown - 1) * ROWS, ROWS),
        total,
        models.alerts().byGrade(filter.withGrade(null), caller),
        models.alerts().facets(caller),
        shown,
        pages,
        acknowledged,
        clock.instant());
  }

  /** All of the list that an export holds. */
  public List<AlertList.Row> export(AlertFilter filter, Caller caller) {
    return models.alerts().page(filter, caller, 0, EXPORTED);
  }

  /** One alert; empty where there is none that is the caller's to see. */
  public Optional<AlertPage> page(UUID id, Caller caller, FormState form, String done) {
    return models.alerts().find(id, caller).map(row -> page(row, caller, form, done));
  }

  /** Whether there is such an alert for the caller to see. */
  public boolean sees(UUID id, Caller caller) {
    return models.alerts().find(id, caller).isPresent();
  }

  private AlertPage page(AlertList.Row row, Caller caller, FormState form, String done) {
    Alert alert = row.alert();
    List<History.Entry> history = casework.history(alert.id());
    return new AlertPage(
        caller,
        row,
        chart(alert),
        marks(alert),
        doubts(alert),
        answer(history),
        history.stream().map(HistoryLine::of).toList(),
        caller.role() == Role.SUPERVISOR
            ? accounts.officersOf(alert.place().regionCode())
            : List.of(),
        form,
        done,
        clock.instant());
  }

  private OutletPage.JudgedFactor chart(Alert alert) {
    if (alert.key().factor().isEmpty()) {
      return null;
    }
    AveragingPeriod period =
        alert.subject() == Subject.DAY ? AveragingPeriod.DAY : AveragingPeriod.HOUR;
    return outlets
        .factor(alert.key().place(), alert.key().factor(), period, alert.standing().last())
        .orElse(null);
  }

  private List<MarkRow> marks(Alert alert) {
    return models.marks().of(alert.key().place(), MOST).stream()
        .filter(mark -> mark.factor() == null || mark.factor().equals(alert.key().factor()))
        .filter(mark -> !mark.to().isBefore(alert.standing().first()))
        .filter(mark -> !mark.from().isAfter(end(alert)))
        .toList();
  }

  private List<FindingRow> doubts(Alert alert) {
    return models.findings().of(alert.key().place(), MOST).stream()
        .filter(found -> found.factor() == null || found.factor().equals(alert.key().factor()))
        .filter(found -> found.to() == null || !found.to().isBefore(alert.standing().first()))
        .filter(found -> !found.from().isAfter(end(alert)))
        .toList();
  }

  private static Instant end(Alert alert) {
    return alert.standing().last();
  }

  private static Answer answer(List<History.Entry> history) {
    return history.stream()
        .filter(entry -> entry.event().equals("ANSWERED"))
        .reduce((one, other) -> other)
        .map(AlertQuery::read)
        .orElse(null);
  }

  private static Answer read(History.Entry entry) {
    try {
      return Json.mapper()
          .treeToValue(Json.mapper().readTree(entry.detail()).path("answer"), Answer.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the database holds an answer it was not given", impossible);
    }
  }
}
