package io.touchline.alerts.book;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.touchline.contract.Json;
import io.touchline.domain.Decimal;
import io.touchline.domain.alert.AlertKey;
import io.touchline.domain.alert.Grade;
import io.touchline.domain.alert.Reason;
import io.touchline.domain.alert.Standing;
import io.touchline.domain.alert.Subject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** The rows of alerts, read and written whole. */
public final class AlertRows {

  private AlertRows() {}

  /** Those of these names, in the order of their names, held until the transaction ends. */
  public static List<Alert> locked(Handle handle, Collection<UUID> ids) {
    return handle
        .createQuery("select * from alerts.alert where id = any(:ids) order by id for update")
        .bindArray("ids", UUID.class, ids.toArray())
        .map(AlertRows::read)
        .list();
  }

  public static Optional<Alert> find(Handle handle, UUID id) {
    return handle
        .createQuery("select * from alerts.alert where id = :id")
        .bind("id", id)
        .map(AlertRows::read)
        .findOne();
  }

  /**
   * Writes new ones and overwrites old ones; those that are open last, for there is one of each.
   */
  public static void write(Handle handle, Collection<Alert> alerts) {
    if (alerts.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into alerts.alert
              (id, place, factor, rule, subject, status, grade, reasons, first_seen, last_seen,
               occurrences, periods, worst, multiple, days, share, score, limit_value, unit, detail,
               cycle, life, owner, opinion, close_code, close_evidence, place_name, enterprise_code,
               enterprise_name, region_code, region_name, medium, sector, key_discharger,
               opened_at, changed_at, look_at)
            values
              (:id, :place, :factor, :rule, :subject, :status, :grade, cast(:reasons as json),
               :first, :last, :occurrences, :periods, :worst, :multiple, :days, :share, :score,
               :limit, :unit, :detail, :cycle, :life, :owner, :opinion, :closeCode, :closeEvidence,
               :placeName, :enterpriseCode, :enterpriseName, :regionCode, :regionName, :medium,
               :sector, :keyDischarger, :opened, :changed, :look)
            on conflict (id) do update set
              status = excluded.status, grade = excluded.grade, reasons = excluded.reasons,
              first_seen = excluded.first_seen, last_seen = excluded.last_seen,
              occurrences = excluded.occurrences, periods = excluded.periods,
              worst = excluded.worst, multiple = excluded.multiple, days = excluded.days,
              share = excluded.share, score = excluded.score, limit_value = excluded.limit_value,
              unit = excluded.unit, detail = excluded.detail, cycle = excluded.cycle,
              life = excluded.life, owner = excluded.owner, opinion = excluded.opinion,
              close_code = excluded.close_code, close_evidence = excluded.close_evidence,
              place_name = excluded.place_name, enterprise_code = excluded.enterprise_code,
              enterprise_name = excluded.enterprise_name, region_code = excluded.region_code,
              region_name = excluded.region_name, medium = excluded.medium,
              sector = excluded.sector, key_discharger = excluded.key_discharger,
              opened_at = excluded.opened_at, changed_at = excluded.changed_at,
              look_at = excluded.look_at""");
    alerts.stream()
        .sorted(Comparator.comparing(Alert::isOpen))
        .forEach(alert -> bind(batch, alert));
    batch.execute();
  }

  private static void bind(PreparedBatch batch, Alert alert) {
    Standing standing = alert.standing();
    LifeColumns life = LifeColumns.of(alert.life());
    Place place = alert.place();
    batch
        .bind("id", alert.id())
        .bind("place", alert.key().place())
        .bind("factor", alert.key().factor())
        .bind("rule", alert.key().rule())
        .bind("subject", alert.subject().name())
        .bind("status", standing.status().name())
        .bind("grade", standing.grade().name())
        .bind("reasons", Json.text(standing.reasons()))
        .bind("first", Timestamp.from(standing.first()))
        .bind("last", Timestamp.from(standing.last()))
        .bind("occurrences", standing.occurrences())
        .bind("periods", standing.periods())
        .bind("worst", number(standing.worst()))
        .bind("multiple", number(standing.multiple()))
        .bind("days", standing.days())
        .bind("share", number(standing.share()))
        .bind("score", number(alert.score()))
        .bind("limit", alert.limit())
        .bind("unit", alert.unit())
        .bind("detail", alert.detail())
        .bind("cycle", alert.cycle())
        .bind("life", life.life())
        .bind("owner", life.owner())
        .bind("opinion", life.opinion())
        .bind("closeCode", life.closeCode())
        .bind("closeEvidence", life.closeEvidence())
        .bind("placeName", place.name())
        .bind("enterpriseCode", place.enterpriseCode())
        .bind("enterpriseName", place.enterpriseName())
        .bind("regionCode", place.regionCode())
        .bind("regionName", place.regionName())
        .bind("medium", place.medium())
        .bind("sector", place.sector())
        .bind("keyDischarger", place.keyDischarger())
        .bind("opened", Timestamp.from(alert.openedAt()))
        .bind("changed", Timestamp.from(alert.changedAt()))
        .bind("look", alert.lookAt() == null ? null : Timestamp.from(alert.lookAt()))
        .add();
  }

  private static BigDecimal number(Decimal decimal) {
    return decimal == null ? null : decimal.number();
  }

  /** One row with all columns. */
  public static Alert read(ResultSet row, StatementContext context) throws SQLException {
    return new Alert(
        row.getObject("id", UUID.class),
        new AlertKey(row.getString("place"), row.getString("factor"), row.getString("rule")),
        Subject.valueOf(row.getString("subject")),
        standing(row),
        decimal(row, "score"),
        row.getString("limit_value"),
        row.getString("unit"),
        row.getString("detail"),
        row.getInt("cycle"),
        new LifeColumns(
                row.getString("life"),
                row.getString("owner"),
                row.getString("opinion"),
                row.getString("close_code"),
                row.getString("close_evidence"))
            .toDomain(),
        new Place(
            row.getString("place_name"),
            row.getString("enterprise_code"),
            row.getString("enterprise_name"),
            row.getString("region_code"),
            row.getString("region_name"),
            row.getString("medium"),
            row.getString("sector"),
            row.getBoolean("key_discharger")),
        row.getTimestamp("opened_at").toInstant(),
        row.getTimestamp("changed_at").toInstant(),
        instant(row, "look_at"));
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        Standing.Status.valueOf(row.getString("status")),
        Grade.valueOf(row.getString("grade")),
        reasons(row.getString("reasons")),
        row.getTimestamp("first_seen").toInstant(),
        row.getTimestamp("last_seen").toInstant(),
        row.getInt("occurrences"),
        row.getInt("periods"),
        decimal(row, "worst"),
        decimal(row, "multiple"),
        row.getObject("days", Integer.class),
        decimal(row, "share"));
  }

  private static List<Reason> reasons(String json) {
    try {
      return Json.mapper().readValue(json, new TypeReference<List<Reason>>() {});
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the database holds reasons it was not given", impossible);
    }
  }

  private static Decimal decimal(ResultSet row, String column) throws SQLException {
    BigDecimal number = row.getBigDecimal(column);
    return number == null ? null : new Decimal(number);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
