/**
 * Enforcement cases (案件) from suspicion to the published list: what grounds a measure has, who owes
 * what by when, and how a case moves.
 *
 * <p>The software detects, proposes, counts and drafts; people decide. A {@link Proposal} and a
 * {@link Decision} are different types, and a decision carries a {@link Signature}, whose signatory
 * cannot be the system. A case is the fold of its events: each has its actor, its time (handed in),
 * the row of law it rests on and the hash of its evidence. Nothing here reads a clock.
 *
 * <p>A row of law that was not seen in its text judges nothing unless an officer adopted it by name
 * ({@link Law}).
 */
package io.touchline.domain.cases;
