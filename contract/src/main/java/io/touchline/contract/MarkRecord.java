package io.touchline.contract;

import io.touchline.domain.Mark;
import io.touchline.domain.MarkKind;
import java.time.Instant;

/**
 * Value of topic {@link Topics#marks()}: one version of an operator's mark on an outlet's time.
 * Versions are added, never changed or deleted; see {@link Mark}, which of them stands.
 *
 * @param id names the mark within its outlet
 * @param factor absent where all of them are meant
 * @param mark name of its {@link MarkKind}: MAINTENANCE, STOPPED, ...
 * @param origin AUTOMATIC or MANUAL, absent for MANUAL
 * @param attachment where the proof lies (a file number, a link), absent where there is none
 * @param version counts from 1, absent for 1
 * @param state SET or WITHDRAWN, absent for SET
 */
public record MarkRecord(
    int schemaVersion,
    String mn,
    String id,
    String factor,
    Instant from,
    Instant to,
    String mark,
    Mark.Origin origin,
    String author,
    String reason,
    Instant markedAt,
    String attachment,
    Integer version,
    Mark.State state) {

  public static final int SCHEMA_VERSION = 1;

  /**
   * What the rules need of it.
   *
   * @throws IllegalArgumentException with what is missing or wrong
   */
  public Mark toDomain() {
    MarkKind kind =
        mark == null
            ? null
            : MarkKind.named(mark)
                .orElseThrow(() -> new IllegalArgumentException("no mark is called " + mark));
    return new Mark(
        mn,
        id,
        factor,
        from,
        to,
        kind,
        origin == null ? Mark.Origin.MANUAL : origin,
        author,
        reason,
        markedAt,
        version == null ? 1 : version,
        state == null ? Mark.State.SET : state);
  }
}
