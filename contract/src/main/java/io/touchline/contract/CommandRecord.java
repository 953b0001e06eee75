package io.touchline.contract;

import io.touchline.hj212.CommandCode;
import java.time.Instant;
import java.util.SortedMap;

/**
 * Value of topic {@link Topics#commands()}: something a data logger is asked to do, and by whom.
 * Whoever writes it is answered in {@code command-results}.
 *
 * @param id unique; results repeat it. A second record of the same id changes nothing
 * @param command what is asked: a setting, a question, a control action or history (2031, 2041,
 *     2051, 2061, 2013, 2062, 2011 with BeginTime and EndTime)
 * @param parameters fields of CP by their names in the standard, in any order: PolId, RtdInterval,
 *     BeginTime and EndTime (14 digits), ... SET_TIME without SystemTime sets the time of sending
 * @param origin who wants it
 * @param author the person, or the part of the system where no person is behind it
 * @param reason why, for the audit
 * @param expiresAt not begun after this; a command without a logger to take it ends as EXPIRED
 */
public record CommandRecord(
    int schemaVersion,
    String id,
    String mn,
    CommandCode command,
    SortedMap<String, String> parameters,
    Origin origin,
    String author,
    String reason,
    Instant issuedAt,
    Instant expiresAt) {

  public static final int SCHEMA_VERSION = 1;

  /** Who wants a command. */
  public enum Origin {
    /** A person, at a screen. */
    PERSON,
    /** Data of a period that has not come. */
    GAP,
    /** A clock that is off. */
    CLOCK,
    /** The logger itself asked: for time, for a key, to join. */
    LOGGER
  }

  /** Without the parameters: one of them may be a password or a key. */
  @Override
  public String toString() {
    return "CommandRecord[" + id + " " + command + " to " + mn + "]";
  }
}
