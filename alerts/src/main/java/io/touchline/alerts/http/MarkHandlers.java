package io.touchline.alerts.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import io.touchline.contract.Json;
import io.touchline.contract.MarkRecord;
import io.touchline.domain.Mark;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What a discharger says of its own outlets' time. Each version is published before it is kept: if
 * this process dies in between, the same version is published again, and the later instant counts.
 */
final class MarkHandlers {

  /**
   * A mark, or another version of one.
   *
   * @param id absent for a new mark
   * @param factor absent for all of them
   */
  record NewMark(
      String mn,
      String id,
      String factor,
      Instant from,
      Instant to,
      String mark,
      String reason,
      String attachment) {}

  record Withdrawal(String reason) {}

  private final Jdbi jdbi;
  private final Consumer<MarkRecord> publisher;
  private final Clock clock;

  /**
   * Made.
   *
   * @param publisher returns when the broker has the record, throws where it has not
   */
  MarkHandlers(Jdbi jdbi, Consumer<MarkRecord> publisher, Clock clock) {
    this.jdbi = jdbi;
    this.publisher = publisher;
    this.clock = clock;
  }

  Object add(Context ctx, Caller caller) {
    NewMark asked = Requests.body(ctx, NewMark.class);
    String id = asked.id() == null ? UUID.randomUUID().toString() : asked.id();
    return jdbi.inTransaction(
        handle -> {
          own(handle, asked.mn(), caller);
          MarkRecord before = latest(handle, asked.mn(), id);
          return keep(
              handle,
              new MarkRecord(
                  MarkRecord.SCHEMA_VERSION,
                  asked.mn(),
                  id,
                  asked.factor(),
                  asked.from(),
                  asked.to(),
                  asked.mark(),
                  Mark.Origin.MANUAL,
                  caller.login(),
                  asked.reason(),
                  clock.instant(),
                  asked.attachment(),
                  before == null ? 1 : before.version() + 1,
                  Mark.State.SET));
        });
  }

  Object withdraw(Context ctx, Caller caller) {
    String mn = ctx.pathParam("mn");
    String id = ctx.pathParam("id");
    String reason = Requests.body(ctx, Withdrawal.class).reason();
    if (reason == null || reason.isBlank()) {
      throw new Refusal(400, "a withdrawal has its reason in words");
    }
    return jdbi.inTransaction(
        handle -> {
          own(handle, mn, caller);
          MarkRecord before = latest(handle, mn, id);
          if (before == null) {
            throw Refusal.notFound("mark " + id);
          }
          if (before.state() == Mark.State.WITHDRAWN) {
            throw new Refusal(409, "mark " + id + " is withdrawn already");
          }
          return keep(
              handle,
              new MarkRecord(
                  MarkRecord.SCHEMA_VERSION,
                  mn,
                  id,
                  before.factor(),
                  before.from(),
                  before.to(),
                  before.mark(),
                  Mark.Origin.MANUAL,
                  caller.login(),
                  reason,
                  clock.instant(),
                  before.attachment(),
                  before.version() + 1,
                  Mark.State.WITHDRAWN));
        });
  }

  /** Its outlet, or none that there is; one version of an outlet's marks is made at a time. */
  private static void own(Handle handle, String mn, Caller caller) {
    boolean owned =
        mn != null
            && handle
                .createQuery("select enterprise_code from alerts.outlet where mn = :mn for update")
                .bind("mn", mn)
                .mapTo(String.class)
                .findOne()
                .filter(enterprise -> enterprise.equals(caller.enterprise()))
                .isPresent();
    if (!owned) {
      throw Refusal.notFound("outlet " + mn);
    }
  }

  private static MarkRecord latest(Handle handle, String mn, String id) {
    return handle
        .createQuery(
            """
            select record from alerts.mark where mn = :mn and id = :id
            order by version desc limit 1""")
        .bind("mn", mn)
        .bind("id", id)
        .map((row, context) -> read(row.getString("record")))
        .findOne()
        .orElse(null);
  }

  private MarkRecord keep(Handle handle, MarkRecord mark) {
    try {
      mark.toDomain();
    } catch (IllegalArgumentException e) {
      throw new Refusal(422, e.getMessage());
    }
    handle.execute(
        """
        insert into alerts.mark (mn, id, version, record, published_at)
        values (?, ?, ?, cast(? as json), ?)""",
        mark.mn(),
        mark.id(),
        mark.version(),
        Json.text(mark),
        Timestamp.from(mark.markedAt()));
    try {
      publisher.accept(mark);
    } catch (IllegalStateException e) {
      throw new Refusal(503, e.getMessage());
    }
    return mark;
  }

  private static MarkRecord read(String json) {
    try {
      return Json.mapper().readValue(json, MarkRecord.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the database holds a mark it was not given", impossible);
    }
  }
}
