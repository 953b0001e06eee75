package io.touchline.alerts.pipeline;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Messages that still gather what they will tell. */
public final class Gathering {

  private Gathering() {}

  /**
   * The message to a person by a channel that is due then and tells what belongs together: the one
   * that gathers already, or a new one.
   *
   * @param bundle names what is told together
   * @param language code of the language, as the person chose it
   */
  public static UUID of(
      Handle handle,
      String person,
      String channel,
      String address,
      String language,
      String bundle,
      Instant due,
      Instant now) {
    return handle
        .createQuery(
            """
            insert into alerts.delivery
              (id, person_id, channel_id, address, language, bundle, state, created_at, due_at)
            values (:id, :person, :channel, :address, :language, :bundle, 'GATHERING', :now, :due)
            on conflict (person_id, channel_id, bundle, due_at) where state = 'GATHERING'
              do update set due_at = excluded.due_at
            returning id""")
        .bind("id", UUID.randomUUID())
        .bind("person", person)
        .bind("channel", channel)
        .bind("address", address)
        .bind("language", language)
        .bind("bundle", bundle)
        .bind("now", Timestamp.from(now))
        .bind("due", Timestamp.from(due))
        .mapTo(UUID.class)
        .one();
  }
}
