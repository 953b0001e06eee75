package io.touchline.streams;

import io.touchline.contract.Cause;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * A period whose parts have come and whose means are to be formed from them.
 *
 * @param due when to form it at the latest, by the wall clock
 * @param cause BACKFILL as soon as one part was late
 * @param factors the factors its parts brought
 */
record OpenPeriod(Instant due, Cause cause, Set<String> factors) {

  OpenPeriod joined(OpenPeriod later) {
    Set<String> all = new TreeSet<>(factors);
    all.addAll(later.factors);
    Cause worse = cause == Cause.LIVE ? later.cause : cause;
    return new OpenPeriod(due.isAfter(later.due) ? due : later.due, worse, all);
  }
}
