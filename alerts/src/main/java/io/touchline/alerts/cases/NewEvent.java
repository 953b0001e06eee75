package io.touchline.alerts.cases;

import io.touchline.domain.cases.What;

/**
 * What somebody enters in a case.
 *
 * @param eventId names it within the case: the same one again changes nothing; null for a new name
 * @param version how many events the case had when it was looked at; null where that does not
 *     matter
 * @param law the row of law it rests on; null for the one that the event itself names or that its
 *     duty has
 * @param evidenceHash SHA-256 of what proves it, 64 lower-case hexadecimal digits; null for the
 *     hash of what is entered
 * @param what happened, one of those in docs/cases.md
 */
public record NewEvent(String eventId, Long version, String law, String evidenceHash, What what) {

  /** By the event alone. */
  public static NewEvent of(What what) {
    return new NewEvent(null, null, null, null, what);
  }

  /** The same for a case as it was looked at. */
  public NewEvent on(long seen) {
    return new NewEvent(eventId, seen, law, evidenceHash, what);
  }

  public NewEvent named(String id) {
    return new NewEvent(id, version, law, evidenceHash, what);
  }
}
