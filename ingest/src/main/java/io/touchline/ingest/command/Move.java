package io.touchline.ingest.command;

import io.touchline.contract.CommandResultRecord.State;
import io.touchline.ingest.command.Standing.Holder;
import java.time.Duration;
import java.time.Instant;

/**
 * What this gateway does next about a command: a pure function of the log and of the connections.
 * Each move shows in the log before the next one is made.
 */
sealed interface Move {

  /** Nothing now. */
  record Wait() implements Move {}

  /** Writes a step. */
  record Say(State state, String detail) implements Move {}

  /** Makes the request and writes SENT. */
  record Prepare() implements Move {}

  /** Its SENT has been read back: the request goes out. */
  record Send() implements Move {}

  /**
   * What surrounds a command.
   *
   * @param me this run
   * @param startedAt when this run had read the log
   * @param now the time
   * @param held whether this gateway holds the logger's latest connection, and it takes what we
   *     write
   * @param turn whether the logger is free for this command
   * @param mostPatience how long an exchange may go without a word
   */
  record Surroundings(
      Holder me,
      Instant startedAt,
      Instant now,
      boolean held,
      boolean turn,
      Duration mostPatience) {

    /** The gateway of that step is gone: it is this one before it was started anew. */
    boolean isGone(Holder holder, Instant at) {
      return me.succeeds(holder) && at.isBefore(startedAt);
    }
  }

  Wait WAIT = new Wait();

  /** A logger that hangs up on a request this often is not asked any more. */
  int MOST_TAKES = 5;

  /** Beyond the end of a command, for claims under way and clocks that differ. */
  Duration GRACE = Duration.ofSeconds(5);

  static Move next(Tracked command, Surroundings around) {
    Standing standing = command.standing();
    if (standing instanceof Standing.Open open) {
      return ofOpen(command, open, around);
    }
    if (standing instanceof Standing.Taken taken) {
      return taken.holder().equals(around.me())
          ? ofOwn(command, around)
          : ofTaken(command, taken, around);
    }
    if (standing instanceof Standing.Sent sent) {
      return sent.holder().equals(around.me())
          ? (command.begun() ? WAIT : new Send())
          : ofSent(command, sent, around);
    }
    return WAIT;
  }

  private static Move ofOpen(Tracked command, Standing.Open open, Surroundings around) {
    if (around.now().isBefore(command.endsAt())) {
      if (open.takes() >= MOST_TAKES) {
        return new Say(State.UNANSWERED, "the connection ended each of " + open.takes() + " times");
      }
      return around.held() && around.turn() ? new Say(State.TAKEN, null) : WAIT;
    }
    if (around.now().isBefore(command.endsAt().plus(GRACE))) {
      return WAIT;
    }
    return open.attempts() == 0
        ? new Say(State.EXPIRED, null)
        : new Say(State.UNKNOWN, "it was sent, and the connection ended before the logger's word");
  }

  private static Move ofOwn(Tracked command, Surroundings around) {
    boolean late = !around.now().isBefore(command.endsAt());
    return late || !around.held()
        ? new Say(State.RELEASED, "not sent: the logger is not connected here any more")
        : new Prepare();
  }

  private static Move ofTaken(Tracked command, Standing.Taken taken, Surroundings around) {
    boolean over = !around.now().isBefore(taken.at().plus(Standing.LEASE));
    if (!over && !around.isGone(taken.holder(), taken.at())) {
      return WAIT;
    }
    if (!around.now().isBefore(command.endsAt().plus(GRACE))) {
      return new Say(State.RELEASED, "not sent: the gateway that took it is gone");
    }
    return around.held() ? new Say(State.TAKEN, null) : WAIT;
  }

  private static Move ofSent(Tracked command, Standing.Sent sent, Surroundings around) {
    boolean gone =
        around.isGone(sent.holder(), sent.at())
            || (around.held() && isPast(around, sent, Standing.ORPHANED))
            || isPast(around, sent, around.mostPatience().plus(Standing.ORPHANED));
    if (!gone) {
      return WAIT;
    }
    return Repetition.isHarmless(command.command().command())
        ? new Say(State.RELEASED, "the gateway that sent it is gone")
        : new Say(State.UNKNOWN, "the gateway that sent it is gone, and it is not sent twice");
  }

  private static boolean isPast(Surroundings around, Standing.Sent sent, Duration span) {
    return !around.now().isBefore(sent.at().plus(span));
  }
}
