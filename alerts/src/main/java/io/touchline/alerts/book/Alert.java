package io.touchline.alerts.book;

import io.touchline.domain.Decimal;
import io.touchline.domain.alert.AlertKey;
import io.touchline.domain.alert.Life;
import io.touchline.domain.alert.Standing;
import io.touchline.domain.alert.Subject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * An alert as it is kept.
 *
 * @param score the greatest of its findings, null where they have none
 * @param limit what it is held against, null where nothing is
 * @param detail the latest recorded sentence, null where there is none
 * @param cycle counts from 1 how often it opened
 * @param lookAt when time alone may change it; null where only data can
 */
public record Alert(
    UUID id,
    AlertKey key,
    Subject subject,
    Standing standing,
    Decimal score,
    String limit,
    String unit,
    String detail,
    int cycle,
    Life life,
    Place place,
    Instant openedAt,
    Instant changedAt,
    Instant lookAt) {

  /** The same on every run: by its key and its first occurrence. */
  static UUID idOf(AlertKey key, Instant first) {
    String name = String.join("|", key.place(), key.factor(), key.rule(), first.toString());
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  public boolean isOpen() {
    return standing.status() == Standing.Status.OPEN && !isClosed();
  }

  public boolean isClosed() {
    return life instanceof Life.Closed;
  }

  /** The same, further on in its life. */
  public Alert with(Life other, Instant now) {
    return new Alert(
        id, key, subject, standing, score, limit, unit, detail, cycle, other, place, openedAt, now,
        lookAt);
  }
}
