package io.touchline.alerts.life;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Silences and planned stops. They are ended, never deleted. */
public final class Quiet {

  /** What is not told of for a while; an absent condition holds for everything. */
  public record Silence(
      UUID id,
      String region,
      String enterprise,
      String place,
      String factor,
      String subject,
      Instant from,
      Instant to,
      String author,
      String reason,
      Instant endedAt) {}

  /** An outlet that will stand still. */
  public record Stop(
      UUID id,
      String place,
      Instant from,
      Instant to,
      String author,
      String reason,
      Instant endedAt) {}

  private final Jdbi jdbi;
  private final Clock clock;

  public Quiet(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /**
   * Adds one.
   *
   * @throws IllegalArgumentException where it has no condition, no reason or no time
   */
  public void add(Silence silence) {
    check(silence.from(), silence.to(), silence.reason());
    if (silence.region() == null
        && silence.enterprise() == null
        && silence.place() == null
        && silence.factor() == null
        && silence.subject() == null) {
      throw new IllegalArgumentException("a silence says of what: it cannot be of everything");
    }
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into alerts.silence
                      (id, region_prefix, enterprise, place, factor, subject, from_at, to_at,
                       author, reason)
                    values (:id, :region, :enterprise, :place, :factor, :subject, :from, :to,
                            :author, :reason)
                    on conflict (id) do nothing""")
                .bind("id", silence.id())
                .bind("region", silence.region())
                .bind("enterprise", silence.enterprise())
                .bind("place", silence.place())
                .bind("factor", silence.factor())
                .bind("subject", silence.subject())
                .bind("from", Timestamp.from(silence.from()))
                .bind("to", Timestamp.from(silence.to()))
                .bind("author", silence.author())
                .bind("reason", silence.reason())
                .execute());
  }

  /** Adds one; see {@link #add(Silence)}. */
  public void add(Stop stop) {
    check(stop.from(), stop.to(), stop.reason());
    jdbi.useHandle(
        handle ->
            handle.execute(
                """
                insert into alerts.planned_stop (id, place, from_at, to_at, author, reason)
                values (?, ?, ?, ?, ?, ?) on conflict (id) do nothing""",
                stop.id(),
                stop.place(),
                Timestamp.from(stop.from()),
                Timestamp.from(stop.to()),
                stop.author(),
                stop.reason()));
  }

  private static void check(Instant from, Instant to, String reason) {
    if (from == null || to == null || !from.isBefore(to)) {
      throw new IllegalArgumentException("it begins (from) before it ends (to)");
    }
    if (reason == null || reason.isBlank()) {
      throw new IllegalArgumentException("it has its reason in words");
    }
  }

  /** Whether there was one that had not ended. */
  public boolean endSilence(UUID id) {
    return end("update alerts.silence set ended_at = ? where id = ? and ended_at is null", id);
  }

  /** Whether there was one that had not ended. */
  public boolean endStop(UUID id) {
    return end("update alerts.planned_stop set ended_at = ? where id = ? and ended_at is null", id);
  }

  private boolean end(String sql, UUID id) {
    Timestamp now = Timestamp.from(clock.instant());
    return jdbi.withHandle(handle -> handle.execute(sql, now, id)) == 1;
  }

  /** Newest first. */
  public List<Silence> silences(int atMost) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from alerts.silence order by from_at desc, id limit :limit")
                .bind("limit", atMost)
                .map(Quiet::silence)
                .list());
  }

  /** Newest first. */
  public List<Stop> stops(int atMost) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from alerts.planned_stop order by from_at desc, id limit :limit")
                .bind("limit", atMost)
                .map(Quiet::stop)
                .list());
  }

  private static Silence silence(ResultSet row, StatementContext context) throws SQLException {
    return new Silence(
        row.getObject("id", UUID.class),
        row.getString("region_prefix"),
        row.getString("enterprise"),
        row.getString("place"),
        row.getString("factor"),
        row.getString("subject"),
        row.getTimestamp("from_at").toInstant(),
        row.getTimestamp("to_at").toInstant(),
        row.getString("author"),
        row.getString("reason"),
        instant(row.getTimestamp("ended_at")));
  }

  private static Stop stop(ResultSet row, StatementContext context) throws SQLException {
    return new Stop(
        row.getObject("id", UUID.class),
        row.getString("place"),
        row.getTimestamp("from_at").toInstant(),
        row.getTimestamp("to_at").toInstant(),
        row.getString("author"),
        row.getString("reason"),
        instant(row.getTimestamp("ended_at")));
  }

  private static Instant instant(Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
