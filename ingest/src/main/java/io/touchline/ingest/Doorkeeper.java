package io.touchline.ingest;

import io.netty.util.concurrent.Ticker;
import io.touchline.ingest.limit.Allowances;
import io.touchline.ingest.limit.LockOuts;
import io.touchline.ingest.limit.Origin;

/**
 * What the gateway remembers of those who sent something wrong, over all connections: which MN is
 * locked out for which address, and how much each address has put into quarantine. Thread-safe.
 *
 * <p>A wrong password counts against the MN and the address together, so that nobody can lock out a
 * station from elsewhere. An MN that is not registered counts in no lock-out: there is nothing to
 * be guessed, and the table would be the attacker's to fill. It counts in the rest.
 */
final class Doorkeeper {

  /** An address that speaks for an MN. */
  private record Claim(Origin origin, String mn) {}

  private final GatewaySettings.Strangers limits;
  private final LockOuts<Claim> lockOuts;
  private final Allowances<Origin> quarantine;
  private final GatewayMeters meters;

  Doorkeeper(GatewaySettings.Strangers limits, GatewayMeters meters, Ticker ticker) {
    this.limits = limits;
    this.lockOuts = new LockOuts<>(limits.lockOut(), limits.remembered(), ticker);
    this.quarantine = new Allowances<>(limits.quarantine(), limits.remembered(), ticker);
    this.meters = meters;
  }

  GatewaySettings.Strangers limits() {
    return limits;
  }

  /** Takes note of a wrong password. */
  void wrongPassword(Origin origin, String mn) {
    if (lockOuts.failed(new Claim(origin, mn))) {
      meters.lockedOut();
    }
  }

  /** Whether a right password is believed; if so, the wrong ones before it are forgotten. */
  boolean believes(Origin origin, String mn) {
    Claim claim = new Claim(origin, mn);
    if (lockOuts.isLocked(claim)) {
      return false;
    }
    lockOuts.succeeded(claim);
    return true;
  }

  /**
   * Takes note of what goes to quarantine. The answer is how long its sender is not to be read, in
   * nanoseconds.
   */
  long quarantined(Origin origin, Checked checked) {
    long cost = Backpressure.costOf(checked.piece().bytes());
    if (checked instanceof Checked.Bad bad && bad.reason().mayBeGuess()) {
      cost += GatewaySettings.Strangers.WRONG_PASSWORD_COST;
    }
    return quarantine.use(origin, cost);
  }
}
