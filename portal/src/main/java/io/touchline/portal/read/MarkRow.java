package io.touchline.portal.read;

import io.touchline.domain.Mark;
import java.time.Instant;

/**
 * The version of an operator's mark that stands.
 *
 * @param factor null where all of them are meant
 * @param kind name of its MarkKind
 * @param attachment where the proof lies, null where there is none
 * @param versions how many versions of the mark there are
 */
public record MarkRow(
    String id,
    String factor,
    Instant from,
    Instant to,
    String kind,
    Mark.Origin origin,
    String author,
    String reason,
    Instant markedAt,
    String attachment,
    Mark.State state,
    int versions) {}
