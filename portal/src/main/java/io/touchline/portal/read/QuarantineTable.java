package io.touchline.portal.read;

import io.touchline.alerts.Incoming;
import io.touchline.alerts.Subscription;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** The latest pieces that were not accepted; the topic has those before them. */
public final class QuarantineTable implements Subscription.Handler<Quarantined> {

  /** Pieces that are kept here. */
  public static final int KEPT = 1_000;

  /** What somebody may see: all, or what bears the MN of an outlet in their region. */
  private static final String SEEN =
      """
       (cast(:region as text) is null or exists (
        select from portal.outlet o where o.mn = q.key and starts_with(o.region_code, :region)))
      """;

  private final Jdbi jdbi;

  public QuarantineTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void apply(Handle handle, List<Incoming<Quarantined>> records) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into portal.quarantined
              (partition, position, key, received_at, reason, detail, peer, gateway, bytes)
            values (:partition, :position, :key, :received_at, :reason, :detail, :peer, :gateway,
              :bytes)
            on conflict do nothing""");
    for (Incoming<Quarantined> incoming : records) {
      Quarantined piece = incoming.value();
      batch
          .bind("partition", piece.partition())
          .bind("position", piece.offset())
          .bind("key", clean(piece.key()))
          .bind("received_at", Timestamp.from(piece.receivedAt()))
          .bind("reason", clean(piece.reason()))
          .bind("detail", clean(piece.detail()))
          .bind("peer", clean(piece.peer()))
          .bind("gateway", clean(piece.gateway()))
          .bind("bytes", piece.bytes())
          .add();
    }
    batch.execute();
    handle.execute(
        """
        delete from portal.quarantined q using (
          select received_at, partition, position from portal.quarantined
          order by received_at desc, partition, position offset ? limit 1) first
        where q.received_at < first.received_at
          or (q.received_at = first.received_at
            and (q.partition, q.position) >= (first.partition, first.position))""",
        KEPT);
  }

  /** PostgreSQL takes every character but one. */
  private static String clean(String text) {
    return text == null ? null : text.replace('\0', '\uFFFD');
  }

  /**
   * The latest first.
   *
   * @param reason null for all
   */
  public List<Quarantined> latest(String reason, String region, int skip, int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from portal.quarantined q"
                        + " where (cast(:reason as text) is null or reason = :reason) and"
                        + SEEN
                        + "order by received_at desc, partition, position offset :skip limit :most")
                .bind("reason", reason)
                .bind("region", region)
                .bind("skip", skip)
                .bind("most", most)
                .map(QuarantineTable::row)
                .list());
  }

  public Optional<Quarantined> find(int partition, long offset, String region) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from portal.quarantined q"
                        + " where partition = :partition and position = :position and"
                        + SEEN)
                .bind("partition", partition)
                .bind("position", offset)
                .bind("region", region)
                .map(QuarantineTable::row)
                .findOne());
  }

  /** How many of each reason are kept. */
  public Map<String, Long> counts(String region) {
    Map<String, Long> counts = new TreeMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    "select reason, count(*) as pieces from portal.quarantined q where"
                        + SEEN
                        + "group by reason")
                .bind("region", region)
                .map((row, context) -> counts.put(row.getString("reason"), row.getLong("pieces")))
                .list());
    return counts;
  }

  /**
   * What was refused of one station since a time.
   *
   * @param reason of the latest
   */
  public record Refusal(long pieces, String reason, Instant at) {}

  /** What was refused since a time, by MN. */
  public Map<String, Refusal> refusedSince(Instant since) {
    Map<String, Refusal> refusals = new HashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select distinct on (key) key, reason, received_at,
                      count(*) over (partition by key) as pieces
                    from portal.quarantined where key is not null and received_at >= :since
                    order by key, received_at desc, partition, position""")
                .bind("since", Timestamp.from(since))
                .map(
                    (row, context) ->
                        refusals.put(
                            row.getString("key"),
                            new Refusal(
                                row.getLong("pieces"),
                                row.getString("reason"),
                                row.getTimestamp("received_at").toInstant())))
                .list());
    return refusals;
  }

  private static Quarantined row(ResultSet row, StatementContext context) throws SQLException {
    return new Quarantined(
        row.getInt("partition"),
        row.getLong("position"),
        row.getString("key"),
        row.getTimestamp("received_at").toInstant(),
        row.getString("reason"),
        row.getString("detail"),
        row.getString("peer"),
        row.getString("gateway"),
        row.getBytes("bytes"));
  }
}
