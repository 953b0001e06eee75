package io.touchline.alerts.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.touchline.alerts.pipeline.Snapshot;
import io.touchline.alerts.words.Language;
import io.touchline.contract.Json;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The messages on their way, as PostgreSQL has them. */
final class Deliveries {

  /** Own choice: a channel that stays down for longer has lost its purpose, not its record. */
  private static final Duration PATIENCE = Duration.ofDays(3);

  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);
  private static final Duration RATE_WINDOW = Duration.ofMinutes(1);

  /** A channel as it is set up. */
  record Channel(String id, ChannelKind kind, ChannelSettings settings, int perMinute) {}

  /**
   * A message to send now.
   *
   * @param message null where nothing is left to tell
   */
  record Claim(UUID id, String channel, int attempt, Instant created, Message message) {}

  private record Row(UUID id, String address, Language language, int attempts, Instant created) {}

  private final Clock clock;

  Deliveries(Clock clock) {
    this.clock = clock;
  }

  /** Enabled channels for which something is due. */
  List<Channel> channelsWithWork(Handle handle) {
    return handle
        .createQuery(
            """
            select c.* from alerts.channel c where c.enabled and exists (
              select from alerts.delivery d
              where d.channel_id = c.id and d.due_at <= :now
                and (d.state in ('GATHERING', 'RETRY')
                     or (d.state = 'SENDING' and d.lease_till <= :now)))""")
        .bind("now", Timestamp.from(clock.instant()))
        .map(
            (row, context) ->
                new Channel(
                    row.getString("id"),
                    ChannelKind.valueOf(row.getString("kind")),
                    ChannelSettings.of(row.getString("id"), row.getString("settings")),
                    row.getInt("per_minute")))
        .list();
  }

  /**
   * Claims the next message, within the channel's rate. The channel's row is held meanwhile, so
   * that several processes keep the rate together.
   *
   * @return null where none is due or the rate is used up
   */
  Claim claim(Handle handle, Channel channel) {
    Instant now = clock.instant();
    handle.execute("select from alerts.channel where id = ? for update", channel.id());
    if (channel.kind() != ChannelKind.IN_APP && used(handle, channel, now) >= channel.perMinute()) {
      return null;
    }
    Row row = next(handle, channel, now);
    if (row == null) {
      return null;
    }
    List<Snapshot> alerts = alerts(handle, row.id());
    int attempt = row.attempts() + 1;
    handle
        .createUpdate(
            """
            update alerts.delivery set state = 'SENDING', attempts = :attempt, lease_till = :lease
            where id = :id""")
        .bind("attempt", attempt)
        .bind("lease", Timestamp.from(now.plus(LEASE)))
        .bind("id", row.id())
        .execute();
    if (alerts.isEmpty()) {
      return new Claim(row.id(), channel.id(), attempt, row.created(), null);
    }
    handle.execute(
        """
        insert into alerts.delivery_attempt (delivery_id, channel_id, attempt, at)
        values (?, ?, ?, ?)""",
        row.id(),
        channel.id(),
        attempt,
        Timestamp.from(now));
    return new Claim(
        row.id(),
        channel.id(),
        attempt,
        row.created(),
        new Message(row.id(), row.address(), row.language(), alerts, row.created()));
  }

  private static int used(Handle handle, Channel channel, Instant now) {
    return handle
        .createQuery(
            """
            select count(*) from alerts.delivery_attempt
            where channel_id = :channel and at > :since""")
        .bind("channel", channel.id())
        .bind("since", Timestamp.from(now.minus(RATE_WINDOW)))
        .mapTo(Integer.class)
        .one();
  }

  private static Row next(Handle handle, Channel channel, Instant now) {
    return handle
        .createQuery(
            """
            select id, address, language, attempts, created_at from alerts.delivery
            where channel_id = :channel and due_at <= :now
              and (state in ('GATHERING', 'RETRY') or (state = 'SENDING' and lease_till <= :now))
            order by due_at, id limit 1 for update skip locked""")
        .bind("channel", channel.id())
        .bind("now", Timestamp.from(now))
        .map(
            (row, context) ->
                new Row(
                    row.getObject("id", UUID.class),
                    row.getString("address"),
                    Language.valueOf(row.getString("language")),
                    row.getInt("attempts"),
                    row.getTimestamp("created_at").toInstant()))
        .findOne()
        .orElse(null);
  }

  /** What it tells, the loudest first. */
  private static List<Snapshot> alerts(Handle handle, UUID delivery) {
    return handle
        .createQuery(
            """
            select t.snapshot from (
              select snapshot, told_at, alert_id::text as id, change from alerts.tale
              where delivery_id = :delivery and not taken_back
              union all
              select snapshot, told_at, case_id, duty || step from alerts.case_reminder
              where delivery_id = :delivery) t
            order by array_position(
                       array['SERIOUS', 'EXCEEDANCE', 'EARLY_WARNING', 'NOTICE'],
                       t.snapshot ->> 'grade'), t.told_at, t.id, t.change""")
        .bind("delivery", delivery)
        .map((row, context) -> snapshot(row.getString("snapshot")))
        .list();
  }

  private static Snapshot snapshot(String json) {
    try {
      return Json.mapper().readValue(json, Snapshot.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the database holds a tale it was not given", impossible);
    }
  }

  /** Writes down what came of it; null for a message of which nothing was left. */
  void write(Handle handle, Claim claim, Outcome outcome) {
    Instant now = clock.instant();
    if (outcome == null) {
      finish(handle, claim, "EMPTY", now);
      return;
    }
    handle.execute(
        """
        insert into alerts.delivery_outcome (delivery_id, attempt, at, outcome, detail)
        values (?, ?, ?, ?, ?) on conflict do nothing""",
        claim.id(),
        claim.attempt(),
        Timestamp.from(now),
        outcome.getClass().getSimpleName(),
        outcome.detail());
    boolean tooLong = claim.created().plus(PATIENCE).isBefore(now);
    if (outcome instanceof Outcome.Retry retry && !tooLong) {
      handle
          .createUpdate(
              """
              update alerts.delivery set state = 'RETRY', lease_till = null, due_at = :due
              where id = :id and attempts = :attempt""")
          .bind("due", Timestamp.from(now.plus(wait(claim.attempt(), retry))))
          .bind("id", claim.id())
          .bind("attempt", claim.attempt())
          .execute();
    } else {
      finish(handle, claim, outcome instanceof Outcome.Delivered ? "DELIVERED" : "GAVE_UP", now);
    }
  }

  private static void finish(Handle handle, Claim claim, String state, Instant now) {
    handle.execute(
        """
        update alerts.delivery set state = ?, lease_till = null, done_at = ?
        where id = ? and state = 'SENDING'""",
        state,
        Timestamp.from(now),
        claim.id());
  }

  /** Doubles with each attempt, up to half an hour; at least as long as the other side asks for. */
  static Duration wait(int attempt, Outcome.Retry retry) {
    Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(attempt - 1, 16));
    Duration wait = doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
    boolean asked = retry.notBefore() != null && retry.notBefore().compareTo(wait) > 0;
    return asked ? retry.notBefore() : wait;
  }
}
