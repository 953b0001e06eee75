package io.touchline.alerts;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.ExceedanceRecord.State;
import io.touchline.contract.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The ledger of exceedances: every revision of every episode as it stood on the topic, only ever
 * added to, and beside it where each episode stands now. An episode is named by MN, rule and start.
 */
public final class ExceedanceLedger implements Subscription.Handler<ExceedanceRecord> {

  private static final String ENTRY =
      """
      select e.record, e.published_at,
             o.code, o.name,
             coalesce(o.enterprise_name, c.enterprise_name) as enterprise_name,
             coalesce(o.region_code, c.region_code) as region_code,
             coalesce(o.region_name, c.region_name) as region_name
      from alerts.episode e
      left join alerts.outlet o using (mn)
      -- An episode of mass is an enterprise's: its outlets know how it is called.
      left join lateral (
        select enterprise_name, region_code, region_name
        from alerts.outlet
        where e.record ->> 'scope' = 'ENTERPRISE' and enterprise_code = e.mn
        order by mn limit 1) c on true
      """;

  private final Jdbi jdbi;

  ExceedanceLedger(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void apply(Handle handle, List<Incoming<ExceedanceRecord>> records) {
    // The topic keeps all for ever; a tombstone on it means nothing.
    List<Incoming<ExceedanceRecord>> revisions =
        records.stream().filter(incoming -> incoming.value() != null).toList();
    if (revisions.isEmpty()) {
      return;
    }
    add(handle, revisions);
    for (Incoming<ExceedanceRecord> revision : revisions) {
      stand(handle, revision);
    }
  }

  private static void add(Handle handle, List<Incoming<ExceedanceRecord>> revisions) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into alerts.episode_revision
              (mn, rule, started_at, revision, state, record,
               source_topic, source_part, source_offset, published_at)
            values (:mn, :rule, :from, :revision, :state, cast(:record as json),
                    :topic, :part, :offset, :published)
            on conflict do nothing""");
    for (Incoming<ExceedanceRecord> incoming : revisions) {
      ExceedanceRecord episode = incoming.value();
      batch
          .bind("mn", episode.mn())
          .bind("rule", episode.rule())
          .bind("from", Timestamp.from(episode.from()))
          .bind("revision", episode.revision())
          .bind("state", episode.state().name())
          .bind("record", incoming.json())
          .bind("topic", incoming.topic())
          .bind("part", incoming.partition())
          .bind("offset", incoming.offset())
          .bind("published", Timestamp.from(incoming.publishedAt()))
          .add();
    }
    batch.execute();
  }

  private static void stand(Handle handle, Incoming<ExceedanceRecord> incoming) {
    ExceedanceRecord episode = incoming.value();
    handle
        .createUpdate(
            """
            insert into alerts.episode
              (mn, rule, started_at, revision, state, factor, published_at, record)
            values (:mn, :rule, :from, :revision, :state, :factor, :published,
                    cast(:record as json))
            on conflict (mn, rule, started_at) do update set
              revision = excluded.revision, state = excluded.state,
              published_at = excluded.published_at, record = excluded.record
            where excluded.revision > episode.revision""")
        .bind("mn", episode.mn())
        .bind("rule", episode.rule())
        .bind("from", Timestamp.from(episode.from()))
        .bind("revision", episode.revision())
        .bind("state", episode.state().name())
        .bind("factor", episode.factor())
        .bind("published", Timestamp.from(incoming.publishedAt()))
        .bind("record", incoming.json())
        .execute();
  }

  /** Episodes that nothing has ended yet, newest first. */
  public List<LedgerEntry> open() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    ENTRY + "where e.state = 'OPEN' order by e.started_at desc, e.mn, e.rule")
                .map(ExceedanceLedger::entry)
                .list());
  }

  /** All episodes of one outlet whatever their state, newest first. */
  public List<LedgerEntry> of(String mn, int atMost) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    ENTRY + "where e.mn = :mn order by e.started_at desc, e.rule limit :limit")
                .bind("mn", mn)
                .bind("limit", atMost)
                .map(ExceedanceLedger::entry)
                .list());
  }

  /** Every revision of one episode, in order. */
  public List<ExceedanceRecord> revisions(String mn, String rule, Instant from) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select record from alerts.episode_revision
                    where mn = :mn and rule = :rule and started_at = :from order by revision""")
                .bind("mn", mn)
                .bind("rule", rule)
                .bind("from", Timestamp.from(from))
                .map((row, context) -> record(row))
                .list());
  }

  /** How many episodes stand in each state; every state is there. */
  public Map<State, Long> counts() {
    Map<State, Long> counts = new EnumMap<>(State.class);
    for (State state : State.values()) {
      counts.put(state, 0L);
    }
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    "select state, count(*) as episodes from alerts.episode group by state")
                .map(
                    (row, context) ->
                        counts.put(State.valueOf(row.getString("state")), row.getLong("episodes")))
                .list());
    return counts;
  }

  private static LedgerEntry entry(ResultSet row, StatementContext context) throws SQLException {
    return new LedgerEntry(
        record(row),
        row.getTimestamp("published_at").toInstant(),
        new LedgerEntry.Outlet(
            row.getString("code"),
            row.getString("name"),
            row.getString("enterprise_name"),
            row.getString("region_code"),
            row.getString("region_name")));
  }

  private static ExceedanceRecord record(ResultSet row) throws SQLException {
    try {
      return Json.mapper().readValue(row.getString("record"), ExceedanceRecord.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the ledger holds what it could not have read", impossible);
    }
  }
}
