package io.touchline.alerts;

import java.time.Instant;
import java.util.Optional;

/**
 * How far an inbox has come.
 *
 * @param asOf everything published until then is in the database; empty before the first time
 * @param lag records published but not yet applied when last asked
 * @param applied records applied since the process started
 * @param parked records set aside since the process started, whole and with the reason
 * @param trouble what keeps it from going on, empty while all is well
 */
public record Progress(
    Optional<Instant> asOf, long lag, long applied, long parked, Optional<String> trouble) {

  static Progress none() {
    return new Progress(Optional.empty(), 0, 0, 0, Optional.empty());
  }

  Progress appliedMore(long records, long setAside) {
    return new Progress(asOf, lag, applied + records, parked + setAside, Optional.empty());
  }

  Progress measured(long newLag) {
    return new Progress(asOf, newLag, applied, parked, Optional.empty());
  }

  Progress caughtUpWith(Instant at) {
    return new Progress(Optional.of(at), lag, applied, parked, trouble);
  }

  Progress troubledBy(String what) {
    return new Progress(asOf, lag, applied, parked, Optional.of(what));
  }

  /** Two inboxes as one: as old as the older, as late as both. */
  public Progress and(Progress other) {
    Optional<Instant> older =
        asOf.flatMap(mine -> other.asOf.map(theirs -> mine.isBefore(theirs) ? mine : theirs));
    return new Progress(
        older,
        lag + other.lag,
        applied + other.applied,
        parked + other.parked,
        trouble.or(() -> other.trouble));
  }
}
