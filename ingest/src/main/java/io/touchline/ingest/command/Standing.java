package io.touchline.ingest.command;

import io.touchline.contract.CommandResultRecord;
import io.touchline.contract.CommandResultRecord.State;
import java.time.Duration;
import java.time.Instant;

/**
 * Where a command stands, by the steps in {@code command-results} and by nothing else: every
 * gateway that has read the same steps sees the same standing, and that makes the log a lock. The
 * spans are therefore constants and no settings, and times are those in the records.
 *
 * <p>A step that does not fit the standing counts for nothing. The first terminal one ends it.
 */
sealed interface Standing {

  /** A claim without a SENT is free again after this: from TAKEN to SENT takes milliseconds. */
  Duration LEASE = Duration.ofSeconds(15);

  /** An exchange without a word for this long may be taken from a gateway that is gone. */
  Duration ORPHANED = Duration.ofSeconds(30);

  Standing NEW = new Open(0, 0);

  /** The standing after one more step. */
  Standing after(CommandResultRecord step);

  /** One run of one gateway. */
  record Holder(String gateway, String run) {
    static Holder of(CommandResultRecord step) {
      return new Holder(step.gateway(), step.run());
    }

    /** The same gateway, started anew: the run before it is gone for certain. */
    boolean succeeds(Holder other) {
      return gateway.equals(other.gateway) && !equals(other);
    }
  }

  /**
   * Nobody has it.
   *
   * @param takes how often it was taken and given back
   * @param attempts how often it was sent
   */
  record Open(int takes, int attempts) implements Standing {
    @Override
    public Standing after(CommandResultRecord step) {
      if (step.state().terminal()) {
        return new Ended(step.state());
      }
      return step.state() == State.TAKEN
          ? new Taken(Holder.of(step), step.at(), takes, attempts)
          : this;
    }
  }

  /** A gateway has it and has sent nothing. */
  record Taken(Holder holder, Instant at, int takes, int attempts) implements Standing {
    @Override
    public Standing after(CommandResultRecord step) {
      Holder who = Holder.of(step);
      return switch (step.state()) {
        case TAKEN -> mayTake(who, step.at()) ? new Taken(who, step.at(), takes, attempts) : this;
        case SENT ->
            who.equals(holder)
                ? new Sent(holder, step.at(), step.qn(), takes, step.attempt(), false)
                : this;
        case RELEASED -> mayTake(who, step.at()) ? new Open(takes + 1, step.attempt()) : this;
        case ACCEPTED -> this;
        default -> new Ended(step.state());
      };
    }

    /** Whether that one's TAKEN counts at that time. */
    boolean mayTake(Holder who, Instant now) {
      return who.equals(holder) || who.succeeds(holder) || !now.isBefore(at.plus(LEASE));
    }
  }

  /**
   * It was sent, or was about to be when its gateway broke down.
   *
   * @param at when its gateway last wrote of it
   * @param accepted whether the logger said that it will
   */
  record Sent(Holder holder, Instant at, String qn, int takes, int attempts, boolean accepted)
      implements Standing {
    @Override
    public Standing after(CommandResultRecord step) {
      Holder who = Holder.of(step);
      return switch (step.state()) {
        case SENT ->
            who.equals(holder)
                ? new Sent(holder, step.at(), qn, takes, step.attempt(), accepted)
                : this;
        case ACCEPTED ->
            who.equals(holder) ? new Sent(holder, step.at(), qn, takes, attempts, true) : this;
        case RELEASED -> mayEnd(who, step.at()) ? new Open(takes + 1, step.attempt()) : this;
        case TAKEN -> this;
        default -> new Ended(step.state());
      };
    }

    /** Whether that one may say at that time that the exchange is over. */
    boolean mayEnd(Holder who, Instant now) {
      return who.equals(holder) || who.succeeds(holder) || !now.isBefore(at.plus(ORPHANED));
    }
  }

  /** How it ended. */
  record Ended(State state) implements Standing {
    @Override
    public Standing after(CommandResultRecord step) {
      return this;
    }
  }
}
