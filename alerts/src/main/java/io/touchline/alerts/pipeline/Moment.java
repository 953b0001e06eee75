package io.touchline.alerts.pipeline;

import io.touchline.alerts.book.History;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** One pass through the pipeline: its transaction, its time, and what it did not let through. */
final class Moment {

  private final Handle handle;
  private final Instant now;
  private final List<History.Entry> history = new ArrayList<>();
  private Directory directory;

  Moment(Handle handle, Instant now) {
    this.handle = handle;
    this.now = now;
  }

  Handle handle() {
    return handle;
  }

  Instant now() {
    return now;
  }

  /** Who is who, read once a pass. */
  Directory directory() {
    if (directory == null) {
      directory = Directory.read(handle);
    }
    return directory;
  }

  /** It is tried again until it goes through or is over. */
  void hold(Telling telling, String stage, String reason) {
    int added =
        handle
            .createUpdate(
                """
                insert into alerts.held_notice (alert_id, change, stage, reason, since, tried_at)
                values (:alert, :change, :stage, :reason, :now, :now)
                on conflict (alert_id, change) do nothing""")
            .bind("alert", telling.alert().id())
            .bind("change", telling.change().name())
            .bind("stage", stage)
            .bind("reason", reason)
            .bind("now", Timestamp.from(now))
            .execute();
    if (added > 0) {
      record(telling, "HELD", stage, reason);
    } else {
      handle
          .createUpdate(
              """
              update alerts.held_notice set stage = :stage, reason = :reason, tried_at = :now
              where alert_id = :alert and change = :change""")
          .bind("alert", telling.alert().id())
          .bind("change", telling.change().name())
          .bind("stage", stage)
          .bind("reason", reason)
          .bind("now", Timestamp.from(now))
          .execute();
    }
  }

  /** It is not told, and the history says why. */
  void drop(Telling telling, String stage, String reason) {
    release(telling);
    record(telling, "NOT_TOLD", stage, reason);
  }

  /** It is held no longer. */
  void release(Telling telling) {
    handle.execute(
        "delete from alerts.held_notice where alert_id = ? and change = ?",
        telling.alert().id(),
        telling.change().name());
  }

  private void record(Telling telling, String event, String stage, String reason) {
    history.add(
        History.Entry.of(
            telling.alert().id(),
            now,
            History.SYSTEM,
            event,
            Map.of("change", telling.change(), "stage", stage, "reason", reason)));
  }

  void finish() {
    History.add(handle, history);
  }
}
