package io.touchline.alerts.book;

import io.touchline.contract.Json;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Everything that happened to alerts, in order. It is only added to. */
public final class History {

  /** Who acts where no person does. */
  public static final String SYSTEM = "system";

  /**
   * One thing that happened.
   *
   * @param detail by name, as JSON
   */
  public record Entry(UUID alert, Instant at, String actor, String event, String detail) {

    public static Entry of(
        UUID alert, Instant at, String actor, String event, Map<String, ?> detail) {
      return new Entry(alert, at, actor, event, Json.text(detail));
    }
  }

  private History() {}

  public static void add(Handle handle, List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into alerts.alert_history (alert_id, at, actor, event, detail)
            values (:alert, :at, :actor, :event, cast(:detail as json))""");
    for (Entry entry : entries) {
      batch
          .bind("alert", entry.alert())
          .bind("at", Timestamp.from(entry.at()))
          .bind("actor", entry.actor())
          .bind("event", entry.event())
          .bind("detail", entry.detail())
          .add();
    }
    batch.execute();
  }

  /** Of one alert, oldest first. */
  public static List<Entry> of(Handle handle, UUID alert) {
    return handle
        .createQuery(
            """
            select alert_id, at, actor, event, detail from alerts.alert_history
            where alert_id = :alert order by number""")
        .bind("alert", alert)
        .map(
            (row, context) ->
                new Entry(
                    row.getObject("alert_id", UUID.class),
                    row.getTimestamp("at").toInstant(),
                    row.getString("actor"),
                    row.getString("event"),
                    row.getString("detail")))
        .list();
  }
}
