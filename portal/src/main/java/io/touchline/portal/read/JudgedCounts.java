package io.touchline.portal.read;

import io.touchline.domain.AveragingPeriod;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Counts judgements; a factor of an hour is one, a period without a verdict is none. */
public final class JudgedCounts {

  private final Jdbi jdbi;

  public JudgedCounts(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Of one outlet, by factor and period. */
  public List<JudgedCount> of(String mn) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select mn, factor, period, count(*) as judged,
                           count(*) filter (where verdict = 'EXCEEDS') as exceeding
                    from portal.period_mean
                    where mn = :mn and verdict in ('COMPLIANT', 'EXCEEDS')
                    group by mn, factor, period order by factor, period desc""")
                .bind("mn", mn)
                .map(JudgedCounts::count)
                .list());
  }

  /** Of all outlets and factors together; mn and factor are {@code *}. */
  public JudgedCount ofAll(AveragingPeriod period) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select '*' as mn, '*' as factor, :period as period, count(*) as judged,
                           count(*) filter (where verdict = 'EXCEEDS') as exceeding
                    from portal.period_mean
                    where period = :period and verdict in ('COMPLIANT', 'EXCEEDS')""")
                .bind("period", period.name())
                .map(JudgedCounts::count)
                .one());
  }

  private static JudgedCount count(ResultSet row, StatementContext context) throws SQLException {
    return new JudgedCount(
        row.getString("mn"),
        row.getString("factor"),
        AveragingPeriod.valueOf(row.getString("period")),
        row.getLong("judged"),
        row.getLong("exceeding"));
  }
}
