package io.touchline.alerts.cases;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The outbox as its sender sees it. */
final class OutboxRows {

  static final int BATCH_SIZE = 500;

  /** One line to send. */
  record Row(long number, Outbox.Kind kind, String key, String value, long batch) {}

  private OutboxRows() {}

  /** Gives the next lines a batch. A line of a case is there before the next one of that case. */
  static List<Row> take(Handle handle) {
    return handle
        .createQuery(
            """
            with next as (select nextval('alerts.outbox_batch') as batch
                          where exists (select from alerts.outbox
                                        where sent_at is null and batch is null)),
              lines as (select number from alerts.outbox
                        where sent_at is null and batch is null
                        order by number limit :limit for update),
              taken as (update alerts.outbox o set batch = next.batch from next, lines
                        where o.number = lines.number
                        returning o.number, o.kind, o.key, o.value, o.batch)
            select * from taken order by number""")
        .bind("limit", BATCH_SIZE)
        .map(
            (row, context) ->
                new Row(
                    row.getLong("number"),
                    Outbox.Kind.valueOf(row.getString("kind")),
                    row.getString("key"),
                    row.getString("value"),
                    row.getLong("batch")))
        .list();
  }

  /** Batches that may have been sent or not. */
  static List<Long> inDoubt(Handle handle) {
    return handle
        .createQuery(
            """
            select distinct batch from alerts.outbox
            where sent_at is null and batch is not null order by batch""")
        .mapTo(Long.class)
        .list();
  }

  static void tickOff(Handle handle, long batch, Instant at) {
    handle.execute(
        "update alerts.outbox set sent_at = ? where batch = ? and sent_at is null",
        Timestamp.from(at),
        batch);
  }

  /** What was not sent is to be sent. */
  static void release(Handle handle) {
    handle.execute("update alerts.outbox set batch = null where sent_at is null");
  }
}
