package io.touchline.portal.read;

import io.touchline.contract.Cause;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.EmissionLimit;
import io.touchline.domain.FactorMean;
import io.touchline.domain.Judgement.Verdict;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a {@link PeriodMean} from a row of {@code period_mean} or {@code period_mean_past}. */
final class PeriodMeanRow implements RowMapper<PeriodMean> {

  static final String COLUMNS =
      """
      m.mn, m.period, m.started_at, m.factor, m.revision, m.cause, m.value, m.converted,
      m.rederived, m.unit, m.valid, m.reason, m.source, m.rule, m.limit_lower, m.limit_value, m.limit_unit,
      m.limit_basis, m.limit_source, m.limit_clause, m.verdict, m.judged, m.multiple,
      m.judged_reason, m.inputs, m.published_at""";

  @Override
  public PeriodMean map(ResultSet row, StatementContext context) throws SQLException {
    String verdict = row.getString("verdict");
    return new PeriodMean(
        row.getString("mn"),
        AveragingPeriod.valueOf(row.getString("period")),
        row.getTimestamp("started_at").toInstant(),
        row.getString("factor"),
        row.getInt("revision"),
        Cause.valueOf(row.getString("cause")),
        row.getBigDecimal("value"),
        row.getBigDecimal("converted"),
        row.getBigDecimal("rederived"),
        row.getString("unit"),
        row.getBoolean("valid"),
        row.getString("reason"),
        FactorMean.Source.valueOf(row.getString("source")),
        limit(row),
        verdict == null ? null : Verdict.valueOf(verdict),
        row.getBigDecimal("judged"),
        row.getBigDecimal("multiple"),
        row.getString("judged_reason"),
        inputs(row.getArray("inputs")),
        row.getTimestamp("published_at").toInstant());
  }

  private static PeriodMean.Limit limit(ResultSet row) throws SQLException {
    String rule = row.getString("rule");
    return rule == null
        ? null
        : new PeriodMean.Limit(
            rule,
            row.getBigDecimal("limit_lower"),
            row.getBigDecimal("limit_value"),
            row.getString("limit_unit"),
            EmissionLimit.Basis.valueOf(row.getString("limit_basis")),
            row.getString("limit_source"),
            row.getString("limit_clause"));
  }

  private static List<Integer> inputs(Array array) throws SQLException {
    return array == null ? List.of() : List.of((Integer[]) array.getArray());
  }
}
