package io.touchline.alerts.pipeline;

import io.touchline.alerts.book.Alert;
import io.touchline.alerts.book.Change;
import io.touchline.domain.Decimal;
import io.touchline.domain.alert.Grade;
import io.touchline.domain.alert.Standing;
import io.touchline.domain.alert.Subject;
import java.time.Instant;
import java.util.UUID;

/** What a message says of an alert: as it stood when the message was put on its way. */
public record Snapshot(
    UUID alert,
    Change change,
    Subject subject,
    Grade grade,
    String rule,
    String place,
    String placeName,
    String enterpriseCode,
    String enterpriseName,
    String regionCode,
    String regionName,
    String factor,
    Instant from,
    Instant to,
    int occurrences,
    int periods,
    Decimal worst,
    String limit,
    String unit,
    Decimal multiple,
    Integer days,
    Decimal share,
    String detail) {

  static Snapshot of(Telling telling) {
    return of(telling.alert(), telling.change());
  }

  public static Snapshot of(Alert alert, Change change) {
    Standing standing = alert.standing();
    return new Snapshot(
        alert.id(),
        change,
        alert.subject(),
        standing.grade(),
        alert.key().rule(),
        alert.key().place(),
        alert.place().name(),
        alert.place().enterpriseCode(),
        alert.place().enterpriseName(),
        alert.place().regionCode(),
        alert.place().regionName(),
        alert.key().factor(),
        standing.first(),
        standing.last(),
        standing.occurrences(),
        standing.periods(),
        standing.worst(),
        alert.limit(),
        alert.unit(),
        standing.multiple(),
        standing.days(),
        standing.share(),
        alert.detail());
  }
}
