package io.touchline.ingest;

import io.touchline.ingest.limit.Origin;
import java.util.Set;

/**
 * What one connection has shown of itself, and what its frames are worth for it. It is a stranger
 * until it has shown a registered MN with its password. Not thread-safe.
 */
final class Vetting {

  private final Doorkeeper doorkeeper;
  private final Origin origin;
  private Set<String> namedByCertificate;
  private String shown;
  private int pieces;

  Vetting(Doorkeeper doorkeeper, Origin origin) {
    this.doorkeeper = doorkeeper;
    this.origin = origin;
  }

  /** From now on it may speak for these MNs alone. */
  void certifiedFor(Set<String> mns) {
    namedByCertificate = mns;
  }

  /** The piece as it is to be kept: a good frame may turn out not to be this sender's to send. */
  Checked vet(Checked checked) {
    pieces++;
    if (checked instanceof Checked.Good good) {
      return vetSender(good);
    }
    if (checked instanceof Checked.Bad bad && bad.reason() == QuarantineReason.WRONG_PASSWORD) {
      doorkeeper.wrongPassword(origin, bad.mn());
    }
    return checked;
  }

  private Checked vetSender(Checked.Good good) {
    String mn = good.packet().mn();
    if (namedByCertificate != null && !namedByCertificate.contains(mn)) {
      return new Checked.Bad(
          good.piece(),
          mn,
          QuarantineReason.FOREIGN_MN,
          "the connection's certificate names "
              + namedByCertificate
              + " and not MN "
              + mn
              + "; issue one that names it");
    }
    // Who has shown it on this connection keeps it, whatever somebody else at its address tries.
    if (!mn.equals(shown)) {
      if (!doorkeeper.believes(origin, mn)) {
        return new Checked.Bad(
            good.piece(),
            mn,
            QuarantineReason.LOCKED_OUT,
            "too many wrong passwords for MN "
                + mn
                + " came from this address; it is believed again when the lock is over");
      }
      shown = mn;
    }
    return good;
  }

  boolean isStranger() {
    return shown == null;
  }

  /** Whether it has sent as much as a stranger may. */
  boolean isTooStrange() {
    return isStranger() && pieces >= doorkeeper.limits().pieces();
  }

  /** How long it is not to be read for what has just gone to quarantine, in nanoseconds. */
  long restAfter(Checked quarantined) {
    return doorkeeper.quarantined(origin, quarantined);
  }
}
