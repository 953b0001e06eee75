package io.touchline.portal.read;

import io.touchline.alerts.Incoming;
import io.touchline.alerts.Subscription;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.totals.Scope;
import io.touchline.domain.totals.TotalPeriod;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * What enterprises, regions and sectors emitted by month and year, and enterprises by day; more the
 * pages do not show. Of one key the topic's order decides which sum is newest.
 */
public final class TotalsTable implements Subscription.Handler<TotalRecord> {

  private final Jdbi jdbi;

  public TotalsTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void apply(Handle handle, List<Incoming<TotalRecord>> records) {
    Map<String, TotalRecord> newest = new LinkedHashMap<>();
    for (Incoming<TotalRecord> incoming : records) {
      if (incoming.value() != null && isShown(incoming.value())) {
        newest.put(incoming.key(), incoming.value());
      }
    }
    if (newest.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into portal.total (scope, id, factor, period, started_at, measured, substituted,
              permitted, outlets)
            values (:scope, :id, :factor, :period, :started_at, :measured, :substituted,
              :permitted, :outlets)
            on conflict (scope, id, period, started_at, factor) do update set
              measured = excluded.measured, substituted = excluded.substituted,
              permitted = excluded.permitted, outlets = excluded.outlets""");
    for (TotalRecord total : newest.values()) {
      batch
          .bind("scope", total.scope().name())
          .bind("id", total.id())
          .bind("factor", total.factor())
          .bind("period", total.period().name())
          .bind("started_at", Timestamp.from(total.start()))
          .bind("measured", total.massMg())
          .bind("substituted", total.substitutedMg())
          .bind("permitted", total.permittedMg())
          .bind("outlets", total.outlets())
          .add();
    }
    batch.execute();
  }

  private static boolean isShown(TotalRecord total) {
    return switch (total.period()) {
      case MONTH, YEAR -> total.scope() != Scope.Kind.OUTLET;
      case DAY -> total.scope() == Scope.Kind.ENTERPRISE;
      case QUARTER, ROLLING_12M -> false;
    };
  }

  /**
   * Sums of some scopes of one kind that begin within a time, by id, factor and start.
   *
   * @param from inclusive
   * @param before exclusive
   */
  public List<TotalRecord> between(
      Scope.Kind kind, Collection<String> ids, TotalPeriod period, Instant from, Instant before) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select * from portal.total
                    where scope = :scope and id = any(:ids) and period = :period
                      and started_at >= :from and started_at < :before
                    order by id, factor, started_at""")
                .bind("scope", kind.name())
                .bindArray("ids", String.class, ids.toArray())
                .bind("period", period.name())
                .bind("from", Timestamp.from(from))
                .bind("before", Timestamp.from(before))
                .map(TotalsTable::row)
                .list());
  }

  /** Sums of a province's sectors in the year that begins then, by code and factor. */
  public List<TotalRecord> sectors(String province, Instant year) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select * from portal.total
                    where scope = 'SECTOR' and starts_with(id, :province) and period = 'YEAR'
                      and started_at = :year
                    order by id, factor""")
                .bind("province", province + '/')
                .bind("year", Timestamp.from(year))
                .map(TotalsTable::row)
                .list());
  }

  /** Codes of all regions that have a sum. */
  public List<String> regions() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select distinct id from portal.total
                    where scope = 'REGION' and period = 'YEAR' order by id""")
                .mapTo(String.class)
                .list());
  }

  /** Start of the latest year of which a region has a sum. */
  public Optional<Instant> latestYear() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select max(started_at) as year from portal.total
                    where scope = 'REGION' and period = 'YEAR'""")
                .map(
                    (row, context) ->
                        Optional.ofNullable(row.getTimestamp("year")).map(Timestamp::toInstant))
                .one());
  }

  private static TotalRecord row(ResultSet row, StatementContext context) throws SQLException {
    long permitted = row.getLong("permitted");
    Long orNone = row.wasNull() ? null : permitted;
    return TotalRecord.of(
        new Scope(Scope.Kind.valueOf(row.getString("scope")), row.getString("id")),
        row.getString("factor"),
        TotalPeriod.valueOf(row.getString("period")),
        row.getTimestamp("started_at").toInstant(),
        row.getLong("measured"),
        row.getLong("substituted"),
        orNone,
        row.getInt("outlets"));
  }
}
