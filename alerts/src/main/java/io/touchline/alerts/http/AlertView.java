package io.touchline.alerts.http;

import io.touchline.alerts.book.Alert;
import io.touchline.alerts.book.Change;
import io.touchline.alerts.pipeline.Snapshot;
import io.touchline.alerts.words.AlertWords;
import io.touchline.alerts.words.Language;
import io.touchline.domain.alert.Grade;
import io.touchline.domain.alert.Life;
import io.touchline.domain.alert.Reason;
import io.touchline.domain.alert.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * An alert as programs get it.
 *
 * @param life FRESH, ASSIGNED, ACKNOWLEDGED, ANSWERED, REVIEWED or CLOSED
 * @param text one line in both languages
 */
record AlertView(
    Snapshot alert,
    Standing.Status status,
    Grade.Colour colour,
    List<Reason> reasons,
    int cycle,
    String life,
    String owner,
    String closeCode,
    String closeEvidence,
    Instant openedAt,
    Instant changedAt,
    Text text) {

  record Text(String zh, String en) {}

  static AlertView of(Alert alert) {
    Snapshot snapshot = Snapshot.of(alert, Change.OPENED);
    Life life = alert.life();
    Life.Closed closed = life instanceof Life.Closed end ? end : null;
    return new AlertView(
        snapshot,
        alert.standing().status(),
        alert.standing().grade().colour(),
        alert.standing().reasons(),
        alert.cycle(),
        life.getClass().getSimpleName().toUpperCase(Locale.ROOT),
        life.owner(),
        closed == null ? null : closed.code().name(),
        closed == null ? null : closed.evidence(),
        alert.openedAt(),
        alert.changedAt(),
        new Text(
            AlertWords.in(Language.ZH).line(snapshot), AlertWords.in(Language.EN).line(snapshot)));
  }
}
