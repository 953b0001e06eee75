package io.touchline.alerts.book;

import io.touchline.domain.Decimal;
import io.touchline.domain.alert.CloseCode;
import io.touchline.domain.alert.Ground;
import io.touchline.domain.alert.Grounds;
import io.touchline.domain.alert.Life;
import io.touchline.domain.alert.Standing;
import io.touchline.domain.alert.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** One batch being folded: grounds in, alerts and their history out, and what changed. */
final class Folding {

  private static final Decimal SURE = Decimal.of("0");

  private final Handle handle;
  private final Instant now;
  private final List<History.Entry> history = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();

  Folding(Handle handle, Instant now) {
    this.handle = handle;
    this.now = now;
  }

  /**
   * Folds.
   *
   * @param before the alerts that are there, locked
   * @param fresh the first occurrence of each that is to be made
   * @param newest the newest occurrence that came for each
   * @param owners the alert of each ground that came
   */
  List<Notice> fold(
      Map<UUID, Alert> before,
      Map<UUID, Occurrence> fresh,
      Map<UUID, Occurrence> newest,
      Map<GroundRows.Name, UUID> owners,
      Map<GroundRows.Name, Ground> came) {
    Map<UUID, Grounds> grounds = GroundRows.of(handle, before.values());
    Map<UUID, Grounds> after = new LinkedHashMap<>(grounds);
    fresh.keySet().forEach(id -> after.put(id, Grounds.NONE));
    came.forEach(
        (name, ground) -> after.computeIfPresent(owners.get(name), (id, all) -> all.with(ground)));
    Map<UUID, Alert> alerts = new LinkedHashMap<>(before);
    Map<String, Place> places = Places.of(handle, placesOf(before.values(), fresh.values()));
    fresh.forEach((id, first) -> alerts.put(id, made(id, first, after.get(id), places)));
    Map<String, Decimal> doubts = AlertBook.doubts(handle, alerts.values());
    Map<UUID, Alert> folded = new LinkedHashMap<>();
    alerts.forEach(
        (id, alert) -> {
          Grounds its = after.get(id);
          if (!its.occurrences().isEmpty()) {
            folded.put(id, folded(alert, its, newest.get(id), doubts, places));
          }
        });
    Map<UUID, UUID> merged = merge(folded, after, doubts, places);
    folded.forEach(
        (id, alert) -> {
          if (!merged.containsKey(id)) {
            tell(fresh.containsKey(id) ? null : before.get(id), alert, grounds.get(id));
          }
        });
    AlertRows.write(handle, folded.values());
    GroundRows.write(handle, owners, came);
    merged.forEach((from, to) -> GroundRows.move(handle, from, to));
    History.add(handle, history);
    return notices;
  }

  private static List<String> placesOf(Collection<Alert> known, Collection<Occurrence> fresh) {
    List<String> places = new ArrayList<>();
    known.forEach(alert -> places.add(alert.key().place()));
    fresh.forEach(occurrence -> places.add(occurrence.key().place()));
    return places;
  }

  private Alert made(UUID id, Occurrence first, Grounds grounds, Map<String, Place> places) {
    return new Alert(
        id,
        first.key(),
        first.subject(),
        Standing.of(first.subject(), grounds, SURE, now),
        null,
        first.limit(),
        first.unit(),
        first.detail(),
        1,
        new Life.Fresh(),
        Places.in(places, first.key().place(), first.subject()),
        now,
        now,
        null);
  }

  private Alert folded(
      Alert alert,
      Grounds grounds,
      Occurrence newest,
      Map<String, Decimal> doubts,
      Map<String, Place> places) {
    Subject subject = alert.subject();
    Standing standing = Standing.of(subject, grounds, doubt(alert, doubts), now);
    boolean back =
        AlertBook.isOpen(standing) && !AlertBook.isOpen(alert.standing()) && !alert.isClosed();
    Instant look =
        alert.isClosed() || !AlertBook.isOpen(standing) ? null : lookAgain(alert, grounds);
    boolean says = newest != null && isLatest(newest.ground(), grounds);
    Alert next =
        new Alert(
            alert.id(),
            alert.key(),
            subject,
            standing,
            AlertBook.score(subject, grounds),
            says ? newest.limit() : alert.limit(),
            says ? newest.unit() : alert.unit(),
            says ? newest.detail() : alert.detail(),
            back ? alert.cycle() + 1 : alert.cycle(),
            alert.life(),
            Places.in(places, alert.key().place(), subject),
            alert.openedAt(),
            alert.changedAt(),
            look);
    return next.equals(alert) ? alert : changed(next);
  }

  /** Whether it is the latest occurrence at its highest revision: what it says is said of all. */
  private static boolean isLatest(Ground ground, Grounds grounds) {
    Ground latest = grounds.occurrences().get(grounds.occurrences().lastKey());
    return latest.from().equals(ground.from()) && latest.revision() == ground.revision();
  }

  private Instant lookAgain(Alert alert, Grounds grounds) {
    return Standing.lookAgain(alert.subject(), grounds, now);
  }

  private Alert changed(Alert alert) {
    return alert.with(alert.life(), now);
  }

  private static Decimal doubt(Alert alert, Map<String, Decimal> doubts) {
    if (!alert.subject().isOfMeans()) {
      return SURE;
    }
    Decimal own = doubts.getOrDefault(alert.key().place() + '|' + alert.key().factor(), SURE);
    Decimal station = doubts.getOrDefault(alert.key().place() + '|', SURE);
    return own.exceeds(station) ? own : station;
  }

  /**
   * Where late truth makes two open alerts of one key, the earlier takes the later in.
   *
   * @return into which each went
   */
  private Map<UUID, UUID> merge(
      Map<UUID, Alert> folded,
      Map<UUID, Grounds> grounds,
      Map<String, Decimal> doubts,
      Map<String, Place> places) {
    Map<UUID, UUID> merged = new HashMap<>();
    folded.values().stream()
        .filter(Alert::isOpen)
        .collect(Collectors.groupingBy(Alert::key))
        .values()
        .forEach(
            open -> {
              open.sort(Comparator.comparing(alert -> alert.standing().first()));
              Alert first = open.get(0);
              Grounds all = grounds.get(first.id());
              for (Alert other : open.subList(1, open.size())) {
                for (Ground ground : grounds.get(other.id()).occurrences().values()) {
                  all = all.with(ground);
                }
                merged.put(other.id(), first.id());
                folded.put(other.id(), takenIn(other, first));
              }
              if (open.size() > 1) {
                folded.put(first.id(), folded(first, all, null, doubts, places));
              }
            });
    return merged;
  }

  private Alert takenIn(Alert other, Alert into) {
    record(other, "MERGED", Map.of("into", into.id().toString()));
    return other.with(other.life().close(CloseCode.DUPLICATE, "one with alert " + into.id()), now);
  }

  private void tell(Alert before, Alert after, Grounds groundsBefore) {
    Change change = change(before, after, groundsBefore);
    if (change != null) {
      notices.add(new Notice(after, change));
      record(after, change.name(), detail(after));
    } else if (before != null
        && before.standing().occurrences() != after.standing().occurrences()) {
      record(after, "COUNTED", detail(after));
    }
  }

  private static Change change(Alert before, Alert after, Grounds groundsBefore) {
    if (before == null) {
      // What was taken away before it was ever known needs no telling.
      return AlertBook.isOpen(after.standing()) ? Change.OPENED : null;
    }
    if (after.isClosed()) {
      boolean gone =
          after.standing().status() == Standing.Status.WITHDRAWN
              && !(groundsBefore != null && groundsBefore.isWithdrawn());
      return gone ? Change.CHANGED_AFTER_CLOSE : null;
    }
    if (before.standing().status() != after.standing().status()) {
      return switch (after.standing().status()) {
        case OPEN -> Change.REOPENED;
        case ENDED -> Change.ENDED;
        case WITHDRAWN -> Change.WITHDRAWN;
      };
    }
    int step = after.standing().grade().compareTo(before.standing().grade());
    if (!AlertBook.isOpen(after.standing()) || step == 0) {
      return null;
    }
    return step < 0 ? Change.LOWERED : raised(after);
  }

  private static Change raised(Alert alert) {
    return switch (alert.standing().grade()) {
      case SERIOUS -> Change.RAISED_TO_SERIOUS;
      case EXCEEDANCE -> Change.RAISED_TO_EXCEEDANCE;
      default -> Change.RAISED_TO_EARLY_WARNING;
    };
  }

  private static Map<String, Object> detail(Alert alert) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("grade", alert.standing().grade());
    detail.put("occurrences", alert.standing().occurrences());
    detail.put("reasons", alert.standing().reasons());
    return detail;
  }

  private void record(Alert alert, String event, Map<String, ?> detail) {
    history.add(History.Entry.of(alert.id(), now, History.SYSTEM, event, detail));
  }
}
