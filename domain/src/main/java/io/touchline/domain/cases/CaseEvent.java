package io.touchline.domain.cases;

import java.time.Instant;

/**
 * One event of a case, never changed or taken back.
 *
 * @param eventId with the case it names the event: the same one again changes nothing
 * @param enterprise credit code
 * @param at when it was entered, handed in; documents bear dates of their own
 * @param actor who entered it
 * @param law the row of law it rests on
 * @param evidenceHash SHA-256 of what proves it, 64 lower-case hexadecimal digits
 */
public record CaseEvent(
    String caseId,
    String eventId,
    String enterprise,
    Instant at,
    Actor actor,
    String law,
    String evidenceHash,
    What what) {}
