package io.touchline.portal.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.touchline.alerts.Incoming;
import io.touchline.alerts.Subscription;
import io.touchline.contract.Json;
import io.touchline.contract.QualityRecord;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** What was found of stations and their data, as it was said last. */
public final class FindingsTable implements Subscription.Handler<QualityRecord> {

  private static final TypeReference<SortedMap<String, String>> EVIDENCE = new TypeReference<>() {};

  private final Jdbi jdbi;

  public FindingsTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void apply(Handle handle, List<Incoming<QualityRecord>> records) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into portal.finding (mn, kind, factor, started_at, ended_at, score, detail,
              evidence, revision, withdrawn, published_at)
            values (:mn, :kind, :factor, :started_at, :ended_at, :score, :detail,
              cast(:evidence as json), :revision, :withdrawn, :published_at)
            on conflict (mn, kind, factor, started_at) do update set
              ended_at = excluded.ended_at, score = excluded.score, detail = excluded.detail,
              evidence = excluded.evidence, revision = excluded.revision,
              withdrawn = excluded.withdrawn, published_at = excluded.published_at
            where (excluded.revision, excluded.published_at)
              >= (finding.revision, finding.published_at)""");
    for (Incoming<QualityRecord> incoming : records) {
      if (incoming.value() != null) {
        bind(batch, incoming.value(), incoming.publishedAt()).add();
      }
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private static PreparedBatch bind(PreparedBatch batch, QualityRecord found, Instant publishedAt) {
    return batch
        .bind("mn", found.mn())
        .bind("kind", found.kind().name())
        .bind("factor", found.factor() == null ? "" : found.factor())
        .bind("started_at", Timestamp.from(found.from()))
        .bind("ended_at", found.to() == null ? null : Timestamp.from(found.to()))
        .bind("score", found.score() == null ? (BigDecimal) null : found.score().number())
        .bind("detail", found.detail())
        .bind("evidence", Json.text(found.evidence()))
        .bind("revision", Math.max(1, found.revision()))
        .bind("withdrawn", found.withdrawn())
        .bind("published_at", Timestamp.from(publishedAt));
  }

  /** What stands of one outlet, the newest first. */
  public List<FindingRow> of(String mn, int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select * from portal.finding where mn = :mn and not withdrawn
                    order by ended_at is not null, started_at desc, kind, factor limit :most""")
                .bind("mn", mn)
                .bind("most", most)
                .map(FindingsTable::row)
                .list());
  }

  /**
   * What stands of all outlets, what still lasts before what has ended, each the newest first.
   *
   * @param kind null for all kinds
   * @param region what the outlet's region begins with, null for everywhere
   */
  public List<FindingRow> standing(QualityRecord.Kind kind, String region, int skip, int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select * from portal.finding
                    where not withdrawn and (cast(:kind as text) is null or kind = :kind)
                      and (cast(:region as text) is null or exists (
                        select from portal.outlet o
                        where o.mn = finding.mn and starts_with(o.region_code, :region)))
                    order by ended_at is not null, started_at desc, mn, kind, factor
                    offset :skip limit :most""")
                .bind("kind", kind == null ? null : kind.name())
                .bind("region", region)
                .bind("skip", skip)
                .bind("most", most)
                .map(FindingsTable::row)
                .list());
  }

  /** What stands of one kind of some outlets and has not ended at an instant, newest first. */
  public List<FindingRow> lasting(
      QualityRecord.Kind kind, Collection<String> mns, Instant now, int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select * from portal.finding
                    where not withdrawn and kind = :kind and mn = any(:mns)
                      and (ended_at is null or ended_at > :now)
                    order by started_at desc, mn, factor limit :most""")
                .bind("kind", kind.name())
                .bindArray("mns", String.class, mns.toArray())
                .bind("now", Timestamp.from(now))
                .bind("most", most)
                .map(FindingsTable::row)
                .list());
  }

  /**
   * How many of each kind stand; a kind that none stands of is absent.
   *
   * @param region what the outlet's region begins with, null for everywhere
   */
  public Map<QualityRecord.Kind, Long> counts(String region) {
    Map<QualityRecord.Kind, Long> counts = new EnumMap<>(QualityRecord.Kind.class);
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select kind, count(*) as standing from portal.finding
                    where not withdrawn
                      and (cast(:region as text) is null or exists (
                        select from portal.outlet o
                        where o.mn = finding.mn and starts_with(o.region_code, :region)))
                    group by kind""")
                .bind("region", region)
                .map(
                    (row, context) ->
                        counts.put(
                            QualityRecord.Kind.valueOf(row.getString("kind")),
                            row.getLong("standing")))
                .list());
    return counts;
  }

  private static FindingRow row(ResultSet row, StatementContext context) throws SQLException {
    String factor = row.getString("factor");
    Timestamp endedAt = row.getTimestamp("ended_at");
    return new FindingRow(
        row.getString("mn"),
        QualityRecord.Kind.valueOf(row.getString("kind")),
        factor.isEmpty() ? null : factor,
        row.getTimestamp("started_at").toInstant(),
        endedAt == null ? null : endedAt.toInstant(),
        row.getBigDecimal("score"),
        row.getString("detail"),
        evidence(row.getString("evidence")));
  }

  private static SortedMap<String, String> evidence(String json) throws SQLException {
    try {
      return Json.mapper().readValue(json, EVIDENCE);
    } catch (JsonProcessingException e) {
      throw new SQLException("evidence of a finding is no longer readable", e);
    }
  }
}
