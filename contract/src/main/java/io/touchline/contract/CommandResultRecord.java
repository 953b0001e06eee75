package io.touchline.contract;

import java.time.Instant;
import java.util.SortedMap;

/**
 * Value of {@code command-results}: one step in the life of a command. The steps of a command stand
 * in order in one partition; the first terminal one is how it ended. A terminal one behind it tells
 * what came too late, and changes nothing.
 *
 * <p>The log is the lock. A gateway acts on a command only when it has read its own TAKEN back as
 * the first that counts, and sends it only when it has read its own SENT back too: whatever
 * gateways crash, at most one has sent it without the log saying so.
 *
 * @param id of the {@link CommandRecord}
 * @param command its code's name, so that a reader needs no join
 * @param gateway which gateway says so
 * @param run which run of that gateway: one that was started anew is another, and knows nothing of
 *     the exchanges of the one before
 * @param qn request number that the command went out under, absent before it did
 * @param attempt how often it was sent so far
 * @param qnRtn the logger's 9011, absent before it came
 * @param exeRtn the logger's 9012, absent before it came
 * @param frames data frames that came in answer
 * @param values what a question was answered with: fields of CP by name
 * @param detail one sentence in English where the state does not say all
 */
public record CommandResultRecord(
    int schemaVersion,
    String id,
    String mn,
    String command,
    State state,
    Instant at,
    String gateway,
    String run,
    String qn,
    int attempt,
    Integer qnRtn,
    Integer exeRtn,
    int frames,
    SortedMap<String, String> values,
    String detail) {

  public static final int SCHEMA_VERSION = 1;

  /** Where a command stands. */
  public enum State {
    /** A gateway that holds the logger's connection takes it; of several the first one stands. */
    TAKEN(false),
    /** It goes out now, or did; {@code attempt} counts. Until this nothing was sent. */
    SENT(false),
    /** Given back, to be taken again: not sent yet, or of a kind that may be asked twice. */
    RELEASED(false),
    /** The logger's 9011 says that it will. */
    ACCEPTED(false),
    /** Done: 9012 with 1, or the answer where none is due. */
    DONE(true),
    /** The logger's 9011 says no; {@code qnRtn} says why. */
    REFUSED(true),
    /** The logger's 9012 says that it went wrong; {@code exeRtn} says how. */
    FAILED(true),
    /** The logger has no such data (9012 with 100). */
    NO_DATA(true),
    /** No 9011 after all resends. */
    UNANSWERED(true),
    /** A 9011, and then nothing: whether it was done is not known. */
    UNKNOWN(true),
    /** No gateway held the logger's connection in time. */
    EXPIRED(true),
    /** The command makes no sense: unknown to the edition, or a field missing or wrong. */
    INVALID(true);

    private final boolean terminal;

    State(boolean terminal) {
      this.terminal = terminal;
    }

    public boolean terminal() {
      return terminal;
    }
  }
}
