package io.touchline.alerts.life;

import io.touchline.alerts.book.Alert;
import io.touchline.alerts.book.AlertRows;
import io.touchline.alerts.book.History;
import io.touchline.alerts.pipeline.EscalateStage;
import io.touchline.domain.alert.CloseCode;
import io.touchline.domain.alert.Life;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The steps that people take. What a state does not allow is refused with {@link
 * IllegalStateException}, what is incomplete with {@link IllegalArgumentException}, an alert that
 * is not there with {@link NoSuchElementException}.
 */
public final class Casework {

  private final Jdbi jdbi;
  private final Clock clock;

  public Casework(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  public Alert assign(UUID alert, String actor, String owner) {
    return step(alert, actor, "ASSIGNED", Map.of("owner", owner), life -> life.assign(owner));
  }

  public Alert acknowledge(UUID alert, String actor) {
    return step(alert, actor, "ACKNOWLEDGED", Map.of(), life -> life.acknowledge(actor));
  }

  public Alert answer(UUID alert, String actor, Answer answer) {
    if (!answer.missing().isEmpty()) {
      throw new IllegalArgumentException(
          "an answer says cause, detail and action; missing: "
              + String.join(", ", answer.missing()));
    }
    return step(alert, actor, "ANSWERED", Map.of("answer", answer), Life::answer);
  }

  /** An officer's opinion of the answer; a rejected one lets the clock run again. */
  public Alert review(UUID alert, String actor, Life.Opinion opinion, String text) {
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException("an opinion has its reason in words");
    }
    return step(
        alert,
        actor,
        "REVIEWED",
        Map.of("opinion", opinion, "text", text),
        life -> life.review(opinion));
  }

  /** Ends it; refused without a code or without evidence. */
  public Alert close(UUID alert, String actor, CloseCode code, String evidence) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("code", code);
    detail.put("evidence", evidence);
    return step(alert, actor, "CLOSED", detail, life -> life.close(code, evidence));
  }

  public List<History.Entry> history(UUID alert) {
    return jdbi.withHandle(handle -> History.of(handle, alert));
  }

  private Alert step(
      UUID id, String actor, String event, Map<String, ?> detail, UnaryOperator<Life> step) {
    return jdbi.inTransaction(
        handle -> {
          Alert alert =
              AlertRows.locked(handle, List.of(id)).stream()
                  .findFirst()
                  .orElseThrow(() -> new NoSuchElementException("there is no alert " + id));
          Instant now = clock.instant();
          Alert after = alert.with(step.apply(alert.life()), now);
          AlertRows.write(handle, List.of(after));
          History.add(handle, List.of(History.Entry.of(id, now, actor, event, detail)));
          clocks(handle, alert, after, now);
          return after;
        });
  }

  private static void clocks(Handle handle, Alert before, Alert after, Instant now) {
    if (before.life().isWaiting() == after.life().isWaiting()) {
      return;
    }
    handle.execute("delete from alerts.due_step where alert_id = ?", after.id());
    if (after.life().isWaiting()) {
      EscalateStage.set(handle, after, now);
    }
  }
}
