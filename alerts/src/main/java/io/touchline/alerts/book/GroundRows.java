package io.touchline.alerts.book;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.touchline.contract.Json;
import io.touchline.domain.alert.AlertKey;
import io.touchline.domain.alert.Ground;
import io.touchline.domain.alert.Grounds;
import io.touchline.domain.alert.JudgedPeriod;
import io.touchline.domain.alert.Subject;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What alerts stand on: occurrences, and the periods judged since. */
final class GroundRows {

  /** Names a ground wherever it is. */
  record Name(AlertKey key, Instant from) {}

  /** A judged period of a place and factor. */
  record Seen(String place, String factor, Subject subject, JudgedPeriod period) {}

  private GroundRows() {}

  /** Which alerts the grounds of these names belong to, as far as they are known. */
  static Map<Name, UUID> owners(Handle handle, Collection<Name> names) {
    Map<Name, UUID> owners = new HashMap<>();
    handle
        .createQuery(
            """
            select g.place, g.factor, g.rule, g.started_at, g.alert_id
            from alerts.alert_ground g
            join unnest(:places, :factors, :rules, cast(:starts as timestamptz[]))
              as n(place, factor, rule, started_at) using (place, factor, rule, started_at)""")
        .bindArray("places", String.class, names.stream().map(n -> n.key().place()).toArray())
        .bindArray("factors", String.class, names.stream().map(n -> n.key().factor()).toArray())
        .bindArray("rules", String.class, names.stream().map(n -> n.key().rule()).toArray())
        .bindArray("starts", String.class, names.stream().map(n -> n.from().toString()).toArray())
        .map(
            (row, context) ->
                owners.put(
                    new Name(
                        new AlertKey(
                            row.getString("place"), row.getString("factor"), row.getString("rule")),
                        row.getTimestamp("started_at").toInstant()),
                    row.getObject("alert_id", UUID.class)))
        .list();
    return owners;
  }

  /** All grounds of these alerts, with the periods judged since each began. */
  static Map<UUID, Grounds> of(Handle handle, Collection<Alert> alerts) {
    UUID[] ids = alerts.stream().map(Alert::id).toArray(UUID[]::new);
    Map<UUID, List<Ground>> occurrences = new HashMap<>();
    handle
        .createQuery("select alert_id, ground from alerts.alert_ground where alert_id = any(:ids)")
        .bindArray("ids", UUID.class, (Object[]) ids)
        .map(
            (row, context) ->
                occurrences
                    .computeIfAbsent(row.getObject("alert_id", UUID.class), id -> new ArrayList<>())
                    .add(ground(row.getString("ground"))))
        .list();
    Map<UUID, List<JudgedPeriod>> periods = new HashMap<>();
    handle
        .createQuery(
            """
            select a.id, p.started_at, p.revision, p.complies
            from alerts.alert a
            join alerts.judged_period p using (place, factor, subject)
            where a.id = any(:ids) and p.started_at >= a.first_seen""")
        .bindArray("ids", UUID.class, (Object[]) ids)
        .map(
            (row, context) ->
                periods
                    .computeIfAbsent(row.getObject("id", UUID.class), id -> new ArrayList<>())
                    .add(
                        new JudgedPeriod(
                            row.getTimestamp("started_at").toInstant(),
                            row.getInt("revision"),
                            row.getBoolean("complies"))))
        .list();
    Map<UUID, Grounds> grounds = new HashMap<>();
    for (UUID id : ids) {
      grounds.put(
          id,
          Grounds.of(occurrences.getOrDefault(id, List.of()), periods.getOrDefault(id, List.of())));
    }
    return grounds;
  }

  static void write(Handle handle, Map<Name, UUID> owners, Map<Name, Ground> grounds) {
    if (grounds.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into alerts.alert_ground
              (place, factor, rule, started_at, alert_id, revision, ground)
            values (:place, :factor, :rule, :from, :alert, :revision, cast(:ground as json))
            on conflict (place, factor, rule, started_at) do update set
              revision = excluded.revision, ground = excluded.ground
            where excluded.revision > alert_ground.revision""");
    grounds.forEach(
        (name, ground) ->
            batch
                .bind("place", name.key().place())
                .bind("factor", name.key().factor())
                .bind("rule", name.key().rule())
                .bind("from", Timestamp.from(name.from()))
                .bind("alert", owners.get(name))
                .bind("revision", ground.revision())
                .bind("ground", Json.text(ground))
                .add());
    batch.execute();
  }

  static void move(Handle handle, UUID from, UUID to) {
    handle.execute("update alerts.alert_ground set alert_id = ? where alert_id = ?", to, from);
  }

  /**
   * Keeps the periods of places and factors that have an open alert of that subject.
   *
   * @return the alerts whose periods these are
   */
  static List<UUID> judged(Handle handle, Collection<Seen> periods) {
    Map<String, List<UUID>> open = new HashMap<>();
    handle
        .createQuery(
            """
            select id, place, factor, subject from alerts.alert
            where place = any(:places) and status = 'OPEN'
              and subject in ('HOUR', 'DAY', 'MONTH')""")
        .bindArray("places", String.class, periods.stream().map(Seen::place).distinct().toArray())
        .map(
            (row, context) ->
                open.computeIfAbsent(
                        row.getString("place")
                            + '|'
                            + row.getString("factor")
                            + '|'
                            + row.getString("subject"),
                        key -> new ArrayList<>())
                    .add(row.getObject("id", UUID.class)))
        .list();
    List<UUID> touched = new ArrayList<>();
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into alerts.judged_period
              (place, factor, subject, started_at, revision, complies)
            values (:place, :factor, :subject, :start, :revision, :complies)
            on conflict (place, factor, subject, started_at) do update set
              revision = excluded.revision, complies = excluded.complies
            where excluded.revision > judged_period.revision""");
    for (Seen seen : periods) {
      List<UUID> of = open.get(seen.place() + '|' + seen.factor() + '|' + seen.subject());
      if (of != null) {
        touched.addAll(of);
        batch
            .bind("place", seen.place())
            .bind("factor", seen.factor())
            .bind("subject", seen.subject().name())
            .bind("start", Timestamp.from(seen.period().start()))
            .bind("revision", seen.period().revision())
            .bind("complies", seen.period().complies())
            .add();
      }
    }
    if (!touched.isEmpty()) {
      batch.execute();
    }
    return touched.stream().distinct().toList();
  }

  private static Ground ground(String json) {
    try {
      return Json.mapper().readValue(json, Ground.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the database holds a ground it was not given", impossible);
    }
  }
}
