package io.touchline.alerts.pipeline;

import io.touchline.alerts.book.Alert;
import io.touchline.domain.alert.DueClock;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Sets the clocks of what people were called to; of two the sooner counts. */
public final class EscalateStage implements Stage {

  @Override
  public List<Telling> pass(List<Telling> tellings, Moment moment) {
    for (Telling telling : tellings) {
      if (telling.change().isCall() && telling.alert().life().isWaiting()) {
        set(moment.handle(), telling.alert(), moment.now());
      }
    }
    return tellings;
  }

  /** Sets the clock that such an alert has, from now on; nothing where it has none. */
  public static void set(Handle handle, Alert alert, Instant now) {
    DueClock.of(alert.subject(), alert.standing().grade(), alert.place().keyDischarger(), now)
        .ifPresent(
            clock -> {
              for (DueClock.Step step : DueClock.Step.values()) {
                handle
                    .createUpdate(
                        """
                        insert into alerts.due_step (alert_id, step, clock, due_at, source)
                        values (:alert, :step, :clock, :due, :source)
                        on conflict (alert_id, step)
                          do update set due_at = least(due_step.due_at, excluded.due_at)""")
                    .bind("alert", alert.id())
                    .bind("step", step.name())
                    .bind("clock", clock.name())
                    .bind("due", Timestamp.from(clock.at(step, now)))
                    .bind("source", clock.source().text())
                    .execute();
              }
            });
  }
}
