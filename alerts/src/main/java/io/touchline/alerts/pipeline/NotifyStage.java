package io.touchline.alerts.pipeline;

import io.touchline.alerts.book.History;
import io.touchline.contract.Json;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Puts it on its way: into the message that gathers for this person, channel and time. Sending is
 * the courier's, outside of this transaction.
 */
final class NotifyStage implements Stage {

  private static final String DIGEST = "digest";

  private record Message(String person, String channel, String bundle, Instant due) {}

  @Override
  public List<Telling> pass(List<Telling> tellings, Moment moment) {
    if (tellings.isEmpty()) {
      return tellings;
    }
    Map<Message, UUID> messages = new HashMap<>();
    PreparedBatch tales =
        moment
            .handle()
            .prepareBatch(
                """
                insert into alerts.tale
                  (alert_id, person_id, channel_id, change, cycle, delivery_id, pace, snapshot,
                   told_at)
                values (:alert, :person, :channel, :change, :cycle, :delivery, :pace,
                        cast(:snapshot as json), :now)
                on conflict (alert_id, person_id, channel_id, change, cycle) do nothing""");
    for (Telling telling : tellings) {
      String snapshot = Json.text(Snapshot.of(telling));
      for (Recipient to : telling.recipients()) {
        Message message =
            new Message(
                to.person(),
                to.channel(),
                to.pace() == Pace.NOW ? GroupStage.bundle(telling.alert()) : DIGEST,
                to.pace().due(moment.now(), to.person()));
        UUID delivery =
            messages.computeIfAbsent(message, m -> gathering(moment.handle(), m, to, moment.now()));
        tales
            .bind("alert", telling.alert().id())
            .bind("person", to.person())
            .bind("channel", to.channel())
            .bind("change", telling.change().name())
            .bind("cycle", telling.alert().cycle())
            .bind("delivery", delivery)
            .bind("pace", to.pace().name())
            .bind("snapshot", snapshot)
            .bind("now", Timestamp.from(moment.now()))
            .add();
      }
      moment.release(telling);
    }
    tales.execute();
    History.add(moment.handle(), tellings.stream().map(t -> entry(t, moment.now())).toList());
    return tellings;
  }

  private static UUID gathering(Handle handle, Message message, Recipient to, Instant now) {
    return Gathering.of(
        handle,
        message.person(),
        message.channel(),
        to.address(),
        to.language(),
        message.bundle(),
        message.due(),
        now);
  }

  private static History.Entry entry(Telling telling, Instant now) {
    TreeSet<String> people = new TreeSet<>();
    telling.recipients().forEach(to -> people.add(to.person() + " by " + to.channel()));
    return History.Entry.of(
        telling.alert().id(),
        now,
        History.SYSTEM,
        "TOLD",
        Map.of("change", telling.change(), "to", people));
  }
}
