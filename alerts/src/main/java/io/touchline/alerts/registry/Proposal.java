package io.touchline.alerts.registry;

import java.time.Instant;
import java.util.UUID;

/**
 * A change of the registry that one person proposes and another decides.
 *
 * @param enterprise credit code of whom it concerns
 * @param decidedBy who approved, refused or withdrew it; null while it is open
 * @param decision in words; null where nothing was said
 * @param version of the registry in which it stands; null where it does not
 */
public record Proposal(
    UUID id,
    State state,
    RegistryChange change,
    String enterprise,
    String proposedBy,
    Instant proposedAt,
    String reason,
    String decidedBy,
    Instant decidedAt,
    String decision,
    Integer version) {

  /** Where it stands. */
  public enum State {
    OPEN,
    APPROVED,
    REFUSED,
    /** Taken back by who proposed it. */
    WITHDRAWN
  }

  Proposal decided(State to, String by, Instant at, String words, Integer inVersion) {
    return new Proposal(
        id, to, change, enterprise, proposedBy, proposedAt, reason, by, at, words, inVersion);
  }
}
