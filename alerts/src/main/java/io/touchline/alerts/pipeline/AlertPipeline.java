package io.touchline.alerts.pipeline;

import io.touchline.alerts.book.Alert;
import io.touchline.alerts.book.AlertRows;
import io.touchline.alerts.book.Change;
import io.touchline.alerts.book.Intake;
import io.touchline.alerts.book.Notice;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The map: which stages a change goes through, in order, before anybody is told. */
public final class AlertPipeline implements Intake.Teller {

  private final List<Stage> stages =
      List.of(
          new GradeStage(),
          new GroupStage(),
          new InhibitStage(),
          new SilenceStage(),
          new DeduplicateStage(),
          new RouteStage(),
          new NotifyStage(),
          new EscalateStage());

  @Override
  public void tell(Handle handle, List<Notice> notices, Instant now) {
    pass(
        handle,
        notices.stream()
            .map(notice -> new Telling(notice.alert(), notice.change(), List.of()))
            .toList(),
        now);
  }

  private void pass(Handle handle, List<Telling> all, Instant now) {
    if (all.isEmpty()) {
      return;
    }
    Moment moment = new Moment(handle, now);
    List<Telling> left = all;
    for (Stage stage : stages) {
      left = stage.pass(left, moment);
    }
    moment.finish();
  }

  /** Tries again what is held. */
  public void retryHeld(Handle handle, Instant now, int atMost) {
    record Held(UUID alert, Change change) {}

    List<Held> held =
        handle
            .createQuery(
                """
                select alert_id, change from alerts.held_notice
                where tried_at < :before order by tried_at limit :limit for update skip locked""")
            .bind("before", Timestamp.from(now.minusSeconds(10)))
            .bind("limit", atMost)
            .map(
                (row, context) ->
                    new Held(
                        row.getObject("alert_id", UUID.class),
                        Change.valueOf(row.getString("change"))))
            .list();
    if (!held.isEmpty()) {
      var alerts = alerts(handle, held.stream().map(Held::alert).distinct().toList());
      pass(
          handle,
          held.stream()
              .map(one -> new Telling(alerts.get(one.alert()), one.change(), List.of()))
              .toList(),
          now);
    }
  }

  /** Takes the steps of due clocks that have come. */
  public void stepClocks(Handle handle, Instant now, int atMost) {
    record Step(UUID alert, Change change) {}

    List<Step> due =
        handle
            .createQuery(
                """
                delete from alerts.due_step where (alert_id, step) in
                  (select alert_id, step from alerts.due_step where due_at <= :now
                   order by due_at limit :limit for update skip locked)
                returning alert_id, step""")
            .bind("now", Timestamp.from(now))
            .bind("limit", atMost)
            .map(
                (row, context) ->
                    new Step(
                        row.getObject("alert_id", UUID.class),
                        Change.valueOf(row.getString("step"))))
            .list();
    if (!due.isEmpty()) {
      var alerts = alerts(handle, due.stream().map(Step::alert).distinct().toList());
      pass(
          handle,
          due.stream()
              .map(step -> new Telling(alerts.get(step.alert()), step.change(), List.of()))
              .filter(telling -> telling.alert().isOpen() && telling.alert().life().isWaiting())
              .sorted(Comparator.comparing(Telling::change))
              .toList(),
          now);
    }
  }

  private static Map<UUID, Alert> alerts(Handle handle, List<UUID> ids) {
    return AlertRows.locked(handle, ids).stream()
        .collect(Collectors.toMap(Alert::id, Function.identity()));
  }
}
