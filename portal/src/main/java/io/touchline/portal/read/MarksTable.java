package io.touchline.portal.read;

import io.touchline.alerts.Incoming;
import io.touchline.alerts.Subscription;
import io.touchline.contract.MarkRecord;
import io.touchline.domain.Mark;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** Operators' marks with all their versions. What the journal would refuse is passed over. */
public final class MarksTable implements Subscription.Handler<MarkRecord> {

  private final Jdbi jdbi;

  public MarksTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void apply(Handle handle, List<Incoming<MarkRecord>> records) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into portal.mark (mn, id, origin, version, marked_at, factor, started_at,
              ended_at, kind, author, reason, attachment, state)
            values (:mn, :id, :origin, :version, :marked_at, :factor, :started_at,
              :ended_at, :kind, :author, :reason, :attachment, :state)
            on conflict do nothing""");
    for (Incoming<MarkRecord> incoming : records) {
      if (incoming.value() != null) {
        add(batch, incoming.value());
      }
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private static void add(PreparedBatch batch, MarkRecord record) {
    Mark mark;
    try {
      mark = record.toDomain();
    } catch (IllegalArgumentException inQuarantine) {
      return;
    }
    batch
        .bind("mn", mark.mn())
        .bind("id", mark.id())
        .bind("origin", mark.origin().name())
        .bind("version", mark.version())
        .bind("marked_at", Timestamp.from(mark.markedAt()))
        .bind("factor", mark.factor())
        .bind("started_at", Timestamp.from(mark.from()))
        .bind("ended_at", Timestamp.from(mark.to()))
        .bind("kind", mark.kind().name())
        .bind("author", mark.author())
        .bind("reason", mark.reason())
        .bind("attachment", record.attachment())
        .bind("state", mark.state().name())
        .add();
  }

  /** Of each mark of an outlet the version that stands, the newest time first. */
  public List<MarkRow> of(String mn, int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select * from (
                      select distinct on (id) *, count(*) over (partition by id) as versions
                      from portal.mark where mn = :mn
                      order by id, origin = 'MANUAL' desc, version desc, marked_at desc) latest
                    order by started_at desc, id limit :most""")
                .bind("mn", mn)
                .bind("most", most)
                .map(MarksTable::row)
                .list());
  }

  private static MarkRow row(ResultSet row, StatementContext context) throws SQLException {
    return new MarkRow(
        row.getString("id"),
        row.getString("factor"),
        row.getTimestamp("started_at").toInstant(),
        row.getTimestamp("ended_at").toInstant(),
        row.getString("kind"),
        Mark.Origin.valueOf(row.getString("origin")),
        row.getString("author"),
        row.getString("reason"),
        row.getTimestamp("marked_at").toInstant(),
        row.getString("attachment"),
        Mark.State.valueOf(row.getString("state")),
        row.getInt("versions"));
  }
}
