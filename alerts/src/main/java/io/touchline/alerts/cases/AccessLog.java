package io.touchline.alerts.cases;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.cases.Chain;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * Who looked at which case and who did what with it or with a list (审计日志). Only added to; each line
 * names the hash of the line before, and the end is kept apart.
 */
public final class AccessLog {

  /**
   * One line.
   *
   * @param subject the case, or the list
   * @param detail what of it, "" where there is nothing to add
   */
  public record Line(
      long number,
      Instant at,
      String login,
      String role,
      String action,
      String subject,
      String detail,
      String previousHash,
      String hash) {

    String expectedHash() {
      return Chain.hash(
          new TreeMap<>(
              Map.of(
                  "number", Long.toString(number),
                  "at", ChinaTime.format(at),
                  "login", login,
                  "role", role,
                  "action", action,
                  "subject", subject,
                  "detail", detail,
                  "previousHash", previousHash)));
    }
  }

  private AccessLog() {}

  /** Adds a line. Lines wait for each other. */
  public static void add(
      Handle handle, Instant at, Participant who, String action, String subject, String detail) {
    Chain.Head head =
        handle
            .createQuery("select number, hash from alerts.access_head for update")
            .map((row, context) -> new Chain.Head(row.getLong("number"), row.getString("hash")))
            .one();
    Line bare =
        new Line(
            head.sequence() + 1,
            at.truncatedTo(ChronoUnit.MILLIS),
            who.login(),
            who.roleName(),
            action,
            subject,
            detail,
            head.hash(),
            "");
    String hash = bare.expectedHash();
    handle.execute(
        """
        insert into alerts.access_log
          (number, at, login, role, action, subject, detail, previous_hash, hash)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        bare.number(),
        Timestamp.from(bare.at()),
        bare.login(),
        bare.role(),
        bare.action(),
        bare.subject(),
        bare.detail(),
        bare.previousHash(),
        hash);
    handle.execute("update alerts.access_head set number = ?, hash = ?", bare.number(), hash);
  }

  /** Lines about a subject, or about all where it is null, the latest first. */
  public static List<Line> latest(Handle handle, String subject, int limit) {
    return handle
        .createQuery(
            """
            select * from alerts.access_log
            where cast(:subject as text) is null or subject = :subject
            order by number desc limit :limit""")
        .bind("subject", subject)
        .bind("limit", limit)
        .map(AccessLog::line)
        .list();
  }

  static Line line(java.sql.ResultSet row, org.jdbi.v3.core.statement.StatementContext context)
      throws java.sql.SQLException {
    return new Line(
        row.getLong("number"),
        row.getTimestamp("at").toInstant(),
        row.getString("login"),
        row.getString("role"),
        row.getString("action"),
        row.getString("subject"),
        row.getString("detail"),
        row.getString("previous_hash"),
        row.getString("hash"));
  }
}
