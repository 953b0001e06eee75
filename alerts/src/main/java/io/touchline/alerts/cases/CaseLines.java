package io.touchline.alerts.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.touchline.contract.CaseRecord;
import io.touchline.contract.Json;
import io.touchline.domain.cases.Role;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** Cases as lists have them. */
final class CaseLines {

  private static final String SELECT =
      """
      select s.*, d.name as enterprise_name, d.region_code, r.name as region_name
      from alerts.case_state s left join alerts.discharger d on d.code = s.enterprise
      left join alerts.region r on r.code = d.region_code
      where\s""";

  private CaseLines() {}

  static Optional<CaseLine> one(Handle handle, String caseId) {
    return handle
        .createQuery(SELECT + "s.case_id = :case")
        .bind("case", caseId)
        .map(CaseLines::line)
        .findOne();
  }

  /** Where an enterprise stands, null where the registry does not say. */
  static String region(Handle handle, String enterprise) {
    return handle
        .createQuery("select region_code from alerts.discharger where code = :code")
        .bind("code", enterprise)
        .map((row, context) -> Optional.ofNullable(row.getString("region_code")))
        .findOne()
        .flatMap(code -> code)
        .orElse(null);
  }

  /**
   * A page.
   *
   * @throws IllegalArgumentException where after is not what a page gave as next, or a region is no
   *     code
   */
  static CasePage page(Handle handle, Participant who, CaseQuery query) {
    Conditions where = scope(who);
    where.region("region", query.region());
    where.add("s.enterprise = :enterprise", "enterprise", query.enterprise());
    where.add("s.stage = :stage", "stage", name(query.stage()));
    where.add("s.record ->> 'card' = :card", "card", name(query.card()));
    where.add("s.is_open = :open", "open", query.open());
    where.add(":ground = any(s.grounds)", "ground", name(query.ground()));
    where.add(
        "s.next_due < :due",
        "due",
        query.dueBefore() == null ? null : Date.valueOf(query.dueBefore()));
    where.after(query.after());
    Query sql =
        handle.createQuery(
            SELECT
                + where.text
                + " order by s.opened_at desc, s.case_id desc limit "
                + (query.limit() + 1));
    where.values.forEach(sql::bind);
    List<CaseLine> found = sql.map(CaseLines::line).list();
    boolean more = found.size() > query.limit();
    List<CaseLine> shown = more ? found.subList(0, query.limit()) : found;
    CaseLine last = more ? shown.get(shown.size() - 1) : null;
    return new CasePage(
        List.copyOf(shown), more ? last.openedAt() + "_" + last.state().caseId() : null);
  }

  static CaseOverview overview(Handle handle, Participant who, LocalDate today) {
    Conditions where = scope(who);
    String from =
        """
         from alerts.case_state s left join alerts.discharger d on d.code = s.enterprise
        left join alerts.region r on r.code = d.region_code
        where\s"""
            + where.text;
    Query counts =
        handle.createQuery(
            "select count(*) as open, count(*) filter (where s.next_due = :today) as due,"
                + " count(*) filter (where s.next_due < :today) as overdue"
                + from
                + " and s.is_open");
    where.values.forEach(counts::bind);
    Query regions =
        handle.createQuery(
            "select distinct d.region_code, coalesce(r.name, d.region_code) as name"
                + from
                + " and d.region_code is not null order by d.region_code");
    where.values.forEach(regions::bind);
    List<CaseOverview.Region> places =
        regions
            .map(
                (row, context) ->
                    new CaseOverview.Region(row.getString("region_code"), row.getString("name")))
            .list();
    return counts
        .bind("today", Date.valueOf(today))
        .map(
            (row, context) ->
                new CaseOverview(
                    row.getLong("open"), row.getLong("due"), row.getLong("overdue"), places))
        .one();
  }

  private static Conditions scope(Participant who) {
    Conditions where = new Conditions();
    if (who.role() == Role.ENTERPRISE) {
      where.add("s.enterprise = :own", "own", who.enterprise() == null ? "" : who.enterprise());
    } else {
      where.region("scope", who.region());
    }
    return where;
  }

  private static String name(Enum<?> constant) {
    return constant == null ? null : constant.name();
  }

  private static final class Conditions {
    private final StringBuilder text = new StringBuilder("true");
    private final Map<String, Object> values = new HashMap<>();

    void add(String condition, String name, Object value) {
      if (value != null) {
        text.append(" and ").append(condition);
        values.put(name, value);
      }
    }

    void region(String name, String prefix) {
      if (prefix != null && !prefix.matches("\\d{1,12}")) {
        throw new IllegalArgumentException("a region is named by the digits of its code");
      }
      add("d.region_code like :" + name, name, prefix == null ? null : prefix + "%");
    }

    void after(String after) {
      if (after == null) {
        return;
      }
      int cut = after.indexOf('_');
      try {
        values.put("afterAt", Timestamp.from(Instant.parse(after.substring(0, Math.max(0, cut)))));
      } catch (DateTimeException e) {
        throw new IllegalArgumentException("after is what the page before gave as next", e);
      }
      values.put("afterId", after.substring(cut + 1));
      text.append(
          " and (s.opened_at < :afterAt or (s.opened_at = :afterAt and s.case_id < :afterId))");
    }
  }

  static CaseLine line(ResultSet row, StatementContext context) throws SQLException {
    Date due = row.getDate("next_due");
    return new CaseLine(
        record(row.getString("record")),
        row.getString("enterprise_name"),
        row.getString("region_code"),
        row.getString("region_name"),
        row.getTimestamp("opened_at").toInstant(),
        due == null ? null : due.toLocalDate());
  }

  private static CaseRecord record(String json) {
    try {
      return Json.mapper().readValue(json, CaseRecord.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database holds a case that is none", e);
    }
  }
}
