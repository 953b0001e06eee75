package io.touchline.ingest.command;

import io.touchline.contract.CommandRecord;
import io.touchline.contract.CommandResultRecord;
import java.time.Instant;
import java.util.Comparator;

/**
 * One command as this gateway knows it. Touched by the desk's thread alone.
 *
 * <p>The order of a logger's queue: persons first, since one waits for it, then as they were
 * written.
 */
final class Tracked {

  static final Comparator<Tracked> TURN =
      Comparator.<Tracked, Boolean>comparing(
              one -> one.command.origin() != CommandRecord.Origin.PERSON)
          .thenComparing(one -> one.sequence);

  private final CommandRecord command;
  private final Instant endsAt;
  private final long sequence;
  private Standing standing;
  private Instant quietUntil = Instant.MIN;
  private Order order;
  private boolean begun;
  private boolean claiming;

  /**
   * A command just read.
   *
   * @param endsAt not begun after this
   */
  Tracked(CommandRecord command, Instant endsAt, long sequence, Standing standing) {
    this.command = command;
    this.endsAt = endsAt;
    this.sequence = sequence;
    this.standing = standing;
  }

  CommandRecord command() {
    return command;
  }

  Instant endsAt() {
    return endsAt;
  }

  Standing standing() {
    return standing;
  }

  boolean ended() {
    return standing instanceof Standing.Ended;
  }

  /** Whether a gateway has it, this or another. */
  boolean inHand() {
    return standing instanceof Standing.Taken || standing instanceof Standing.Sent;
  }

  void apply(CommandResultRecord step) {
    Standing before = standing;
    standing = standing.after(step);
    if (!standing.equals(before)) {
      quietUntil = Instant.MIN;
      claiming = false;
    }
    if (!inHand()) {
      order = null;
      begun = false;
    }
  }

  /** Nothing is done about it before then, unless the log says something new. */
  void beQuietUntil(Instant instant) {
    quietUntil = instant;
  }

  boolean quiet(Instant now) {
    return now.isBefore(quietUntil);
  }

  /** This run has written a TAKEN that it has not read back. */
  void claim() {
    claiming = true;
  }

  boolean claiming() {
    return claiming;
  }

  /** What this run is about to send; null when it has prepared nothing since the last TAKEN. */
  Order order() {
    return order;
  }

  void prepare(Order prepared) {
    order = prepared;
  }

  boolean begun() {
    return begun;
  }

  void begin() {
    begun = true;
  }
}
