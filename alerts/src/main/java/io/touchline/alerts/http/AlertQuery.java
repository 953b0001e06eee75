package io.touchline.alerts.http;

import io.javalin.http.Context;
import io.touchline.alerts.book.Alert;
import io.touchline.alerts.book.AlertRows;
import io.touchline.domain.alert.Grade;
import io.touchline.domain.alert.Standing;
import io.touchline.domain.alert.Subject;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** A list of alerts with its conditions, newest first, a page at a time. */
final class AlertQuery {

  /** A page, and where the next begins; null where there is none. */
  record Page(List<AlertView> alerts, String next) {}

  private final StringBuilder where = new StringBuilder("true");
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final int limit;

  /** Reads the conditions, within what the caller may see. */
  AlertQuery(Context ctx, Caller caller) {
    limit = Requests.limit(ctx);
    String status = Requests.oneOf(ctx, "status", Standing.Status.values());
    if ("OPEN".equals(status)) {
      // As the index has it.
      where.append(" and status = 'OPEN' and life <> 'CLOSED'");
    } else {
      same("status", status);
    }
    same("grade", Requests.oneOf(ctx, "grade", Grade.values()));
    same("subject", Requests.oneOf(ctx, "subject", Subject.values()));
    same("enterprise_code", ctx.queryParam("enterprise"));
    same("place", ctx.queryParam("place"));
    same("factor", ctx.queryParam("factor"));
    same("owner", ctx.queryParam("owner"));
    prefix("region", ctx.queryParam("region"));
    if (caller.role() == Role.ENTERPRISE) {
      where.append(" and enterprise_code = :own");
      values.put("own", caller.enterprise() == null ? "" : caller.enterprise());
    } else {
      prefix("scope", caller.region());
    }
    after(ctx.queryParam("after"));
  }

  private void same(String column, String value) {
    if (value != null) {
      where.append(" and ").append(column).append(" = :").append(column);
      values.put(column, value);
    }
  }

  private void prefix(String name, String value) {
    if (value == null) {
      return;
    }
    if (!value.matches("\\d{1,12}")) {
      throw new Refusal(400, "a region is named by the digits of its code");
    }
    where.append(" and region_code like :").append(name);
    values.put(name, value + "%");
  }

  private void after(String after) {
    if (after == null) {
      return;
    }
    String[] parts = after.split("_", 2);
    try {
      values.put("afterAt", Timestamp.from(Instant.parse(parts[0])));
      values.put("afterId", UUID.fromString(parts[1]));
    } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new Refusal(400, "after is what the page before gave as next");
    }
    where.append(" and (last_seen < :afterAt or (last_seen = :afterAt and id > :afterId))");
  }

  Page page(Handle handle) {
    Query query =
        handle.createQuery(
            "select * from alerts.alert where "
                + where
                + " order by last_seen desc, id limit "
                + (limit + 1));
    values.forEach(query::bind);
    List<Alert> found = query.map(AlertRows::read).list();
    boolean more = found.size() > limit;
    List<Alert> shown = more ? found.subList(0, limit) : found;
    return new Page(
        shown.stream().map(AlertView::of).toList(), more ? name(shown.get(limit - 1)) : null);
  }

  private static String name(Alert alert) {
    return alert.standing().last() + "_" + alert.id();
  }
}
