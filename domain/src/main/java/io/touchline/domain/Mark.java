package io.touchline.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * One version of one mark. Nobody changes or deletes a version: a false mark is an offence (State
 * Council Order 820 art. 25(5)), so who said what and when stays readable.
 *
 * @param mn the outlet
 * @param id names the mark within its outlet; all versions of a mark share it
 * @param factor the factor it is about, null for all of them
 * @param from first instant it is about
 * @param to the instant after the last
 * @param author who set it
 * @param reason why, in the author's words
 * @param markedAt when
 * @param version counts from 1
 */
public record Mark(
    String mn,
    String id,
    String factor,
    Instant from,
    Instant to,
    MarkKind kind,
    Origin origin,
    String author,
    String reason,
    Instant markedAt,
    int version,
    State state) {

  /** Who speaks; the later constant beats the earlier. */
  public enum Origin {
    /** An instrument or a logger. */
    AUTOMATIC,
    /** A person. */
    MANUAL
  }

  /** What the version does. */
  public enum State {
    SET,
    WITHDRAWN
  }

  /** Of the versions of one mark the greatest stands. */
  static final Comparator<Mark> VERSIONS =
      Comparator.comparing(Mark::origin)
          .thenComparingInt(Mark::version)
          .thenComparing(Mark::markedAt)
          .thenComparing(Mark::toString);

  /** Of the marks that cover one instant the greatest stands. */
  static final Comparator<Mark> STRENGTH =
      Comparator.comparing(Mark::origin)
          .thenComparing(Mark::markedAt)
          .thenComparingInt(Mark::version)
          .thenComparing(Mark::toString);

  /**
   * Checks what the rules rely on.
   *
   * @throws IllegalArgumentException where a part is missing or its time is no stretch
   */
  public Mark {
    for (Object part :
        new Object[] {mn, id, from, to, kind, origin, author, reason, markedAt, state}) {
      if (part == null) {
        throw new IllegalArgumentException(
            "a mark has mn, id, from, to, mark, origin, author, reason, markedAt and state");
      }
    }
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a mark ends after it begins: " + from + " to " + to);
    }
    if (version < 1) {
      throw new IllegalArgumentException("versions count from 1: " + version);
    }
  }

  boolean isAbout(String factorCode) {
    return factor == null || Objects.equals(factor, factorCode);
  }

  boolean covers(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  boolean touches(Instant start, Instant end) {
    return from.isBefore(end) && start.isBefore(to);
  }
}
