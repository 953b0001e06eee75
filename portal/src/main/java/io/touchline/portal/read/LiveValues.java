package io.touchline.portal.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads what the loggers say just now. */
public final class LiveValues {

  private final Jdbi jdbi;

  public LiveValues(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  public List<LiveValue> all() {
    return jdbi.withHandle(
        handle ->
            handle.createQuery("select * from portal.latest_reading").map(LiveValues::live).list());
  }

  public List<LiveValue> of(String mn) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from portal.latest_reading where mn = :mn order by factor")
                .bind("mn", mn)
                .map(LiveValues::live)
                .list());
  }

  /** When each outlet was last heard of, by MN. */
  public Map<String, Instant> lastHeard() {
    Map<String, Instant> heard = new HashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery("select mn, received_at from portal.contact")
                .map(
                    (row, context) ->
                        heard.put(row.getString("mn"), row.getTimestamp("received_at").toInstant()))
                .list());
    return heard;
  }

  private static LiveValue live(ResultSet row, StatementContext context) throws SQLException {
    return new LiveValue(
        row.getString("mn"),
        row.getString("factor"),
        row.getTimestamp("data_time").toInstant(),
        row.getBigDecimal("value"),
        row.getBigDecimal("converted"),
        row.getString("unit"),
        row.getString("flag"),
        row.getString("raw"));
  }
}
