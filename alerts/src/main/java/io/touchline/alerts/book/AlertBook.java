package io.touchline.alerts.book;

import io.touchline.domain.Decimal;
import io.touchline.domain.alert.AlertKey;
import io.touchline.domain.alert.ClosingRule;
import io.touchline.domain.alert.Ground;
import io.touchline.domain.alert.Grounds;
import io.touchline.domain.alert.Standing;
import io.touchline.domain.alert.Subject;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Folds what topics say into alerts, a batch at a time and within the caller's transaction. Taking
 * the same again changes nothing and tells of nothing.
 *
 * <p>Which alert an occurrence belongs to: the one that has it already; else the one of its key
 * that nobody closed and that spans it with the reopening time of {@link ClosingRule}; else a new
 * one.
 */
public final class AlertBook {

  private AlertBook() {}

  /** Takes occurrences in. */
  public static List<Notice> take(Handle handle, Collection<Occurrence> incoming, Instant now) {
    Map<GroundRows.Name, Occurrence> latest = latest(incoming);
    if (latest.isEmpty()) {
      return List.of();
    }
    Map<GroundRows.Name, UUID> owners = GroundRows.owners(handle, latest.keySet());
    Map<AlertKey, List<Alert>> candidates = candidates(handle, latest.values(), owners.values());
    Map<UUID, Occurrence> newest = new HashMap<>();
    Map<UUID, Occurrence> fresh = new LinkedHashMap<>();
    latest.forEach(
        (name, occurrence) -> {
          UUID owner = owners.get(name);
          if (owner == null) {
            owner = owner(occurrence, candidates.getOrDefault(name.key(), List.of()), fresh);
            owners.put(name, owner);
          }
          newest.merge(owner, occurrence, AlertBook::later);
        });
    Map<UUID, Alert> before = new TreeMap<>();
    candidates.values().stream().flatMap(List::stream).forEach(a -> before.put(a.id(), a));
    Map<GroundRows.Name, Ground> grounds = new HashMap<>();
    latest.forEach((name, occurrence) -> grounds.put(name, occurrence.ground()));
    return new Folding(handle, now).fold(before, fresh, newest, owners, grounds);
  }

  /** Folds alerts again, for time went on or something beside their grounds changed. */
  public static List<Notice> lookAgain(Handle handle, Collection<UUID> ids, Instant now) {
    Map<UUID, Alert> before = new TreeMap<>();
    AlertRows.locked(handle, ids).forEach(alert -> before.put(alert.id(), alert));
    return new Folding(handle, now).fold(before, Map.of(), Map.of(), Map.of(), Map.of());
  }

  /** Those of which time alone may have changed something. */
  public static List<Notice> timePasses(Handle handle, Instant now, int atMost) {
    List<UUID> due =
        handle
            .createQuery(
                """
                select id from alerts.alert where look_at <= :now order by look_at limit :limit""")
            .bind("now", Timestamp.from(now))
            .bind("limit", atMost)
            .mapTo(UUID.class)
            .list();
    return due.isEmpty() ? List.of() : lookAgain(handle, due, now);
  }

  private static Map<GroundRows.Name, Occurrence> latest(Collection<Occurrence> incoming) {
    Map<GroundRows.Name, Occurrence> latest = new LinkedHashMap<>();
    for (Occurrence occurrence : incoming) {
      latest.merge(
          new GroundRows.Name(occurrence.key(), occurrence.ground().from()),
          occurrence,
          (one, other) -> other.ground().revision() > one.ground().revision() ? other : one);
    }
    return latest;
  }

  private static Occurrence later(Occurrence one, Occurrence other) {
    return other.ground().from().isAfter(one.ground().from()) ? other : one;
  }

  private static Map<AlertKey, List<Alert>> candidates(
      Handle handle, Collection<Occurrence> occurrences, Collection<UUID> owners) {
    List<Occurrence> all = List.copyOf(occurrences);
    List<UUID> ids =
        handle
            .createQuery(
                """
                select a.id from alerts.alert a
                join unnest(:places, :factors, :rules,
                            cast(:froms as timestamptz[]), cast(:tos as timestamptz[]))
                  as n(place, factor, rule, after, before)
                  on (a.place, a.factor, a.rule) = (n.place, n.factor, n.rule)
                where (a.last_seen >= n.after and a.first_seen <= n.before)
                   or (a.status = 'OPEN' and a.life <> 'CLOSED')
                """)
            .bindArray("places", String.class, all.stream().map(o -> o.key().place()).toArray())
            .bindArray("factors", String.class, all.stream().map(o -> o.key().factor()).toArray())
            .bindArray("rules", String.class, all.stream().map(o -> o.key().rule()).toArray())
            .bindArray("froms", String.class, all.stream().map(o -> edge(o, -1)).toArray())
            .bindArray("tos", String.class, all.stream().map(o -> edge(o, 1)).toArray())
            .mapTo(UUID.class)
            .list();
    Map<AlertKey, List<Alert>> candidates = new HashMap<>();
    for (Alert alert :
        AlertRows.locked(
            handle, Stream.concat(ids.stream(), owners.stream()).distinct().toList())) {
      candidates.computeIfAbsent(alert.key(), key -> new ArrayList<>()).add(alert);
    }
    return candidates;
  }

  private static String edge(Occurrence occurrence, int direction) {
    Instant from = occurrence.ground().from();
    return from.plus(ClosingRule.at(occurrence.subject(), from).reopens().multipliedBy(direction))
        .toString();
  }

  private static UUID owner(
      Occurrence occurrence, List<Alert> candidates, Map<UUID, Occurrence> fresh) {
    Instant from = occurrence.ground().from();
    ClosingRule rule = ClosingRule.at(occurrence.subject(), from);
    Optional<UUID> known =
        candidates.stream()
            .filter(alert -> !alert.isClosed())
            .filter(a -> rule.joins(a.standing().first(), a.standing().last(), from))
            .min(Comparator.comparing((Alert a) -> a.standing().first()))
            .map(Alert::id);
    Optional<UUID> also =
        fresh.entrySet().stream()
            .filter(entry -> entry.getValue().key().equals(occurrence.key()))
            .filter(
                entry -> {
                  Ground other = entry.getValue().ground();
                  return rule.joins(other.from(), other.last(), from);
                })
            .map(Map.Entry::getKey)
            .findFirst();
    return known
        .or(() -> also)
        .orElseGet(
            () -> {
              UUID id = Alert.idOf(occurrence.key(), from);
              fresh.put(id, occurrence);
              return id;
            });
  }

  /** The greatest score of what speaks against the data of a place and factor. */
  static Map<String, Decimal> doubts(Handle handle, Collection<Alert> alerts) {
    Map<String, Decimal> doubts = new HashMap<>();
    handle
        .createQuery(
            """
            select place, factor, max(score) as score from alerts.alert
            where place = any(:places) and subject = 'DOUBT' and status = 'OPEN'
              and life <> 'CLOSED' and score is not null and rule = any(:instruments)
            group by place, factor""")
        .bindArray(
            "places", String.class, alerts.stream().map(a -> a.key().place()).distinct().toArray())
        .bindArray("instruments", String.class, Findings.OF_INSTRUMENTS.toArray())
        .map(
            (row, context) ->
                doubts.put(
                    row.getString("place") + '|' + row.getString("factor"),
                    new Decimal(row.getBigDecimal("score"))))
        .list();
    return doubts;
  }

  /** Alerts of means that stand on the data of these places. */
  static List<UUID> openOfMeans(Handle handle, Collection<String> places) {
    return handle
        .createQuery(
            """
            select id from alerts.alert
            where place = any(:places) and status = 'OPEN' and subject in ('HOUR', 'DAY', 'MONTH')
            """)
        .bindArray("places", String.class, places.toArray())
        .mapTo(UUID.class)
        .list();
  }

  static Decimal score(Subject subject, Grounds grounds) {
    return subject != Subject.DOUBT
        ? null
        : grounds.telling().stream()
            .map(Ground::score)
            .filter(score -> score != null)
            .max(Comparator.naturalOrder())
            .orElse(null);
  }

  static boolean isOpen(Standing standing) {
    return standing.status() == Standing.Status.OPEN;
  }
}
