package io.touchline.contract;

import io.touchline.domain.cases.Actor;
import io.touchline.domain.cases.CaseEvent;
import io.touchline.domain.cases.Chain;
import io.touchline.domain.cases.Flat;
import io.touchline.domain.cases.Happening;
import io.touchline.domain.cases.Role;
import io.touchline.domain.cases.What;
import java.time.Instant;
import java.util.SortedMap;

/**
 * Value of topic {@link Topics#cases()}: one event of an enforcement case, a link of its chain. A
 * case is the fold of its events; none is ever changed or deleted.
 *
 * @param eventId with the case it names the event
 * @param enterprise credit code
 * @param sequence counts from 1 within the case
 * @param at when it was entered
 * @param law the row of law it rests on
 * @param evidenceHash SHA-256 of what proves it
 * @param what what happened
 * @param details its figures by name, as docs/cases.md lists them for each {@code what}; they are
 *     hashed as they stand here
 * @param previousHash hash of the event before, 64 zeros for the first
 * @param hash SHA-256 over the previous hash and this event, see {@link Chain}
 */
public record CaseEventRecord(
    int schemaVersion,
    String caseId,
    String eventId,
    String enterprise,
    long sequence,
    Instant at,
    Role actorRole,
    String actorId,
    String law,
    String evidenceHash,
    Happening what,
    SortedMap<String, String> details,
    String previousHash,
    String hash) {

  public static final int SCHEMA_VERSION = 1;

  public static CaseEventRecord of(Chain.Link link) {
    CaseEvent event = link.event();
    return new CaseEventRecord(
        SCHEMA_VERSION,
        event.caseId(),
        event.eventId(),
        event.enterprise(),
        link.sequence(),
        event.at(),
        event.actor().role(),
        event.actor().id(),
        event.law(),
        event.evidenceHash(),
        event.what().happening(),
        Flat.of((Record) event.what()),
        link.previousHash(),
        link.hash());
  }

  /**
   * The link as the rules know it. Its hash is the one stored: {@link Chain#verify} says whether it
   * fits.
   *
   * @throws IllegalArgumentException where the details are not those of what happened
   */
  public Chain.Link toDomain() {
    What happened = (What) Flat.read(what.type().asSubclass(Record.class), details);
    return new Chain.Link(
        new CaseEvent(
            caseId,
            eventId,
            enterprise,
            at,
            new Actor(actorRole, actorId),
            law,
            evidenceHash,
            happened),
        sequence,
        previousHash,
        hash);
  }

  /** Key of the topic: the case. */
  public String key() {
    return caseId;
  }
}
