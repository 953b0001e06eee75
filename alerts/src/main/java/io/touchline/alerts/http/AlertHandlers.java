package io.touchline.alerts.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.touchline.alerts.book.Alert;
import io.touchline.alerts.book.AlertRows;
import io.touchline.alerts.book.History;
import io.touchline.alerts.life.Answer;
import io.touchline.alerts.life.Casework;
import io.touchline.contract.Json;
import io.touchline.domain.alert.CloseCode;
import io.touchline.domain.alert.Life;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Alerts and what is done with them. What is not the caller's to see is not there. */
final class AlertHandlers {

  record Assignment(String owner) {}

  record Review(Life.Opinion opinion, String text) {}

  record Close(CloseCode code, String evidence) {}

  record HistoryView(Instant at, String actor, String event, JsonNode detail) {}

  /**
   * A message of the in-app channel.
   *
   * @param alert absent where it tells of a deadline in a case
   */
  record InboxView(UUID delivery, Instant at, UUID alert, JsonNode told) {}

  private final Jdbi jdbi;
  private final Casework casework;

  AlertHandlers(Jdbi jdbi, Casework casework) {
    this.jdbi = jdbi;
    this.casework = casework;
  }

  Object list(Context ctx, Caller caller) {
    AlertQuery query = new AlertQuery(ctx, caller);
    return jdbi.withHandle(query::page);
  }

  Object one(Context ctx, Caller caller) {
    return AlertView.of(seen(ctx, caller));
  }

  Object history(Context ctx, Caller caller) {
    Alert alert = seen(ctx, caller);
    return casework.history(alert.id()).stream().map(AlertHandlers::view).toList();
  }

  Object assign(Context ctx, Caller caller) {
    String owner = Requests.body(ctx, Assignment.class).owner();
    if (owner == null || owner.isBlank()) {
      throw new Refusal(400, "owner says to whom it is assigned");
    }
    return AlertView.of(casework.assign(seen(ctx, caller).id(), caller.login(), owner));
  }

  Object acknowledge(Context ctx, Caller caller) {
    return AlertView.of(casework.acknowledge(seen(ctx, caller).id(), caller.login()));
  }

  Object answer(Context ctx, Caller caller) {
    Answer answer = Requests.body(ctx, Answer.class);
    return AlertView.of(casework.answer(seen(ctx, caller).id(), caller.login(), answer));
  }

  Object review(Context ctx, Caller caller) {
    Review review = Requests.body(ctx, Review.class);
    if (review.opinion() == null) {
      throw new Refusal(400, "opinion is ACCEPT, REJECT or VISIT");
    }
    return AlertView.of(
        casework.review(seen(ctx, caller).id(), caller.login(), review.opinion(), review.text()));
  }

  Object close(Context ctx, Caller caller) {
    Close close = Requests.body(ctx, Close.class);
    return AlertView.of(
        casework.close(seen(ctx, caller).id(), caller.login(), close.code(), close.evidence()));
  }

  Object inbox(Context ctx, Caller caller) {
    int limit = Requests.limit(ctx);
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select d.id, d.done_at, t.alert_id, t.snapshot
                    from alerts.delivery d join alerts.channel c on c.id = d.channel_id
                    join (
                      select delivery_id, alert_id, change, snapshot from alerts.tale
                      where not taken_back
                      union all
                      select delivery_id, null, case_id || duty || step, snapshot
                      from alerts.case_reminder) t on t.delivery_id = d.id
                    where d.person_id = :person and c.kind = 'IN_APP' and d.state = 'DELIVERED'
                    order by d.created_at desc, d.id, t.alert_id, t.change limit :limit""")
                .bind("person", caller.person() == null ? "" : caller.person())
                .bind("limit", limit)
                .map(
                    (row, context) ->
                        new InboxView(
                            row.getObject("id", UUID.class),
                            row.getTimestamp("done_at").toInstant(),
                            row.getObject("alert_id", UUID.class),
                            json(row.getString("snapshot"))))
                .list());
  }

  private Alert seen(Context ctx, Caller caller) {
    UUID id = Requests.id(ctx);
    return jdbi.withHandle(handle -> AlertRows.find(handle, id))
        .filter(alert -> caller.sees(alert.place()))
        .orElseThrow(() -> Refusal.notFound("alert " + id));
  }

  private static HistoryView view(History.Entry entry) {
    return new HistoryView(entry.at(), entry.actor(), entry.event(), json(entry.detail()));
  }

  private static JsonNode json(String text) {
    try {
      return Json.mapper().readTree(text);
    } catch (IOException impossible) {
      throw new IllegalStateException("the database holds JSON that is none", impossible);
    }
  }
}
