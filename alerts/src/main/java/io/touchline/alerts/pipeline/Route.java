package io.touchline.alerts.pipeline;

import io.touchline.alerts.book.Alert;
import io.touchline.domain.alert.Grade;
import java.util.Set;

/**
 * Which alerts go where; an absent condition holds for everything.
 *
 * @param escalation FIRST, DUE or OVERDUE
 * @param subjects empty for all
 * @param recipients {@code roster:ID}, {@code person:ID}, or {@code enterprise}: the people of the
 *     alert's enterprise
 * @param channels empty for all that a person has
 */
record Route(
    String id,
    String escalation,
    String regionPrefix,
    String sector,
    String medium,
    String factor,
    Set<String> subjects,
    Grade from,
    String recipients,
    Set<String> channels,
    Pace pace) {

  static final String ENTERPRISE = "enterprise";
  static final String ROSTER = "roster:";
  static final String PERSON = "person:";

  boolean takes(Alert alert) {
    return Match.prefix(regionPrefix, alert.place().regionCode())
        && Match.same(sector, alert.place().sector())
        && Match.same(medium, alert.place().medium())
        && Match.same(factor, alert.key().factor())
        && (subjects.isEmpty() || subjects.contains(alert.subject().name()))
        && alert.standing().grade().isAtLeast(from);
  }
}
