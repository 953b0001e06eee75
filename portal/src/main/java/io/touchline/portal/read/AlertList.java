package io.touchline.portal.read;

import io.touchline.alerts.book.Alert;
import io.touchline.alerts.book.AlertRows;
import io.touchline.alerts.http.Caller;
import io.touchline.alerts.http.Role;
import io.touchline.domain.alert.AlertKey;
import io.touchline.domain.alert.Grade;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** Alerts for the pages: of each caller those that are theirs to see, and no others. */
public final class AlertList {

  private static final String FROM =
      """
       from alerts.alert a
      left join alerts.due_step d on d.alert_id = a.id and d.step = 'DUE'
      -- A step that was taken is no longer there; the history has it.
      cross join lateral (
        select d.alert_id is null and a.life in ('FRESH', 'ASSIGNED', 'ACKNOWLEDGED') and exists (
          select from alerts.alert_history h
          where h.alert_id = a.id and h.detail ->> 'change' = 'DUE') as overdue) o
      where\s""";

  private static final String COLUMNS = "select a.*, d.due_at, d.clock, d.source, o.overdue";

  /**
   * An alert with its clock.
   *
   * @param due until when it is to be answered, null where no clock runs
   * @param clock name of that clock, and {@code source} whose rule it is
   * @param overdue whether that time went by without an answer
   */
  public record Row(Alert alert, Instant due, String clock, String source, boolean overdue) {}

  /** A region with its open alerts. */
  public record Region(String code, String name, long alerts) {}

  /** What open and closed alerts can be told apart by. */
  public record Facets(List<Region> regions, List<String> sectors, List<String> factors) {}

  private final Jdbi jdbi;

  public AlertList(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** One page. */
  public List<Row> page(AlertFilter filter, Caller caller, int skip, int rows) {
    Map<String, Object> values = new LinkedHashMap<>();
    String sql =
        COLUMNS
            + FROM
            + where(filter, caller, values)
            + " order by "
            + filter.sort().order()
            + ", a.id offset :skip limit :rows";
    values.put("skip", skip);
    values.put("rows", rows);
    return query(sql, values);
  }

  public long count(AlertFilter filter, Caller caller) {
    Map<String, Object> values = new LinkedHashMap<>();
    String sql = "select count(*)" + FROM + where(filter, caller, values);
    return jdbi.withHandle(
        handle -> bound(handle.createQuery(sql), values).mapTo(Long.class).one());
  }

  /** How many of each grade; every grade is there. */
  public Map<Grade, Long> byGrade(AlertFilter filter, Caller caller) {
    Map<Grade, Long> counts = new EnumMap<>(Grade.class);
    for (Grade grade : Grade.values()) {
      counts.put(grade, 0L);
    }
    Map<String, Object> values = new LinkedHashMap<>();
    String sql =
        "select a.grade, count(*) as alerts"
            + FROM
            + where(filter, caller, values)
            + " group by a.grade";
    jdbi.useHandle(
        handle ->
            bound(handle.createQuery(sql), values)
                .map(
                    (row, context) ->
                        counts.put(Grade.valueOf(row.getString("grade")), row.getLong("alerts")))
                .list());
    return counts;
  }

  /** Empty where there is none, or none that is the caller's to see. */
  public Optional<Row> find(UUID id, Caller caller) {
    Map<String, Object> values = new LinkedHashMap<>();
    String sql = COLUMNS + FROM + scope(caller, values) + " and a.id = :id";
    values.put("id", id);
    return query(sql, values).stream().findFirst();
  }

  /** Those whose clock ends before an instant, the most urgent first. */
  public List<Row> dueBefore(Instant instant, Caller caller, int most) {
    Map<String, Object> values = new LinkedHashMap<>();
    String sql =
        COLUMNS
            + FROM
            + scope(caller, values)
            + " and a.life <> 'CLOSED' and (d.due_at < :before or o.overdue)"
            + " order by o.overdue desc, d.due_at, a.id limit :most";
    values.put("before", Timestamp.from(instant));
    values.put("most", most);
    return query(sql, values);
  }

  /** Open ones of one enterprise, the most urgent first. */
  public List<Row> ofEnterprise(String enterprise, Caller caller, int most) {
    Map<String, Object> values = new LinkedHashMap<>();
    String sql =
        COLUMNS
            + FROM
            + scope(caller, values)
            + " and a.status = 'OPEN' and a.life <> 'CLOSED' and a.enterprise_code = :enterprise"
            + " order by o.overdue desc, d.due_at nulls last, a.last_seen desc, a.id limit :most";
    values.put("enterprise", enterprise);
    values.put("most", most);
    return query(sql, values);
  }

  /** The grade of what stands of each key, whether somebody closed it or not. */
  public Map<AlertKey, Grade> standingGrades() {
    Map<AlertKey, Grade> grades = new HashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select distinct on (place, factor, rule) place, factor, rule, grade
                    from alerts.alert where status = 'OPEN'
                    order by place, factor, rule, last_seen desc""")
                .map(
                    (row, context) ->
                        grades.put(
                            new AlertKey(
                                row.getString("place"),
                                row.getString("factor"),
                                row.getString("rule")),
                            Grade.valueOf(row.getString("grade"))))
                .list());
    return grades;
  }

  /** What a caller may choose from. */
  public Facets facets(Caller caller) {
    Map<String, Object> values = new LinkedHashMap<>();
    String where = scope(caller, values);
    return jdbi.withHandle(
        handle ->
            new Facets(
                bound(
                        handle.createQuery(
                            """
                            select a.region_code, max(a.region_name) as region_name,
                              count(*) filter (where a.status = 'OPEN' and a.life <> 'CLOSED')
                                as alerts
                            from alerts.alert a where a.region_code is not null and\s"""
                                + where
                                + " group by a.region_code order by a.region_code"),
                        values)
                    .map(
                        (row, context) ->
                            new Region(
                                row.getString("region_code"),
                                row.getString("region_name"),
                                row.getLong("alerts")))
                    .list(),
                bound(
                        handle.createQuery(
                            "select distinct a.sector from alerts.alert a where a.sector is not null"
                                + " and "
                                + where
                                + " order by 1"),
                        values)
                    .mapTo(String.class)
                    .list(),
                bound(
                        handle.createQuery(
                            "select distinct a.factor from alerts.alert a where a.factor <> '' and "
                                + where
                                + " order by 1"),
                        values)
                    .mapTo(String.class)
                    .list()));
  }

  private static String where(AlertFilter filter, Caller caller, Map<String, Object> values) {
    StringBuilder where = new StringBuilder(scope(caller, values));
    where.append(" and ").append(filter.state().condition());
    if (filter.region() != null) {
      where.append(" and starts_with(a.region_code, :region)");
      values.put("region", filter.region());
    }
    same(where, values, "sector", filter.sector());
    same(where, values, "medium", filter.medium() == null ? null : filter.medium().name());
    same(where, values, "factor", filter.factor());
    same(where, values, "grade", filter.grade() == null ? null : filter.grade().name());
    same(where, values, "subject", filter.subject() == null ? null : filter.subject().name());
    same(where, values, "owner", filter.owner());
    return where.toString();
  }

  private static void same(
      StringBuilder where, Map<String, Object> values, String column, String value) {
    if (value != null) {
      where.append(" and a.").append(column).append(" = :").append(column);
      values.put(column, value);
    }
  }

  private static String scope(Caller caller, Map<String, Object> values) {
    if (caller.role() == Role.ENTERPRISE) {
      values.put("own", caller.enterprise() == null ? "" : caller.enterprise());
      return "a.enterprise_code = :own";
    }
    if (caller.region() == null) {
      return "true";
    }
    values.put("scope", caller.region());
    return "starts_with(a.region_code, :scope)";
  }

  private List<Row> query(String sql, Map<String, Object> values) {
    return jdbi.withHandle(
        handle -> bound(handle.createQuery(sql), values).map(AlertList::row).list());
  }

  private static Query bound(Query query, Map<String, Object> values) {
    values.forEach(query::bind);
    return query;
  }

  private static Row row(ResultSet row, StatementContext context) throws SQLException {
    Timestamp due = row.getTimestamp("due_at");
    return new Row(
        AlertRows.read(row, context),
        due == null ? null : due.toInstant(),
        row.getString("clock"),
        row.getString("source"),
        row.getBoolean("overdue"));
  }
}
