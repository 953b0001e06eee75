package io.touchline.ingest.command;

import io.touchline.contract.CommandRecord;
import io.touchline.contract.CommandResultRecord;
import io.touchline.contract.CommandResultRecord.State;
import io.touchline.hj212.CommandCode;
import io.touchline.hj212.Packet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Results (9012) that no exchange here waits for: the logger went to another gateway in between, or
 * took longer than we waited. What it says is told all the same. One thread.
 *
 * <p>A result to a request number that was never sent counts for nothing, whoever says it.
 */
final class LateWords {

  private static final int MOST_REMEMBERED = 10_000;

  private final Standing.Holder me;
  private final Ledger ledger;
  private final Steps steps;
  private final CommandMeters meters;

  /** Ends without a word of the logger, by MN and QN. */
  private final Map<String, CommandResultRecord> open =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CommandResultRecord> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  LateWords(Standing.Holder me, Ledger ledger, Steps steps, CommandMeters meters) {
    this.me = me;
    this.ledger = ledger;
    this.steps = steps;
    this.meters = meters;
  }

  /** A step was read. */
  void apply(CommandResultRecord step) {
    if (!step.state().terminal() || step.qn() == null) {
      return;
    }
    String key = key(step.mn(), step.qn());
    if (step.state() == State.UNKNOWN || step.state() == State.UNANSWERED) {
      open.putIfAbsent(key, step);
    } else {
      open.remove(key);
    }
  }

  /** A 9011 or 9012 that no exchange took. */
  void hear(Packet packet) {
    String qn = packet.exchangeQn();
    for (Tracked tracked : ledger.of(packet.mn())) {
      if (tracked.standing() instanceof Standing.Sent sent && sent.qn().equals(qn)) {
        // Of our own, its end is on its way already.
        if (!sent.holder().equals(me)) {
          finish(tracked.command(), sent, packet);
        }
        return;
      }
    }
    CommandResultRecord end = open.get(key(packet.mn(), qn));
    if (end == null) {
      meters.unasked();
    } else if (isResult(packet)) {
      open.remove(key(packet.mn(), qn));
      tell(end.id(), end.mn(), end.command(), qn, end.attempt(), packet, "it came too late");
    }
  }

  private void finish(CommandRecord command, Standing.Sent sent, Packet packet) {
    if (isResult(packet)) {
      tell(
          command.id(),
          command.mn(),
          command.command().name(),
          sent.qn(),
          sent.attempts(),
          packet,
          "the logger said so over another connection than it was asked on");
    }
  }

  private void tell(
      String id, String mn, String command, String qn, int attempts, Packet packet, String detail) {
    Integer exeRtn = Request.number(packet.value("ExeRtn"));
    if (exeRtn == null) {
      return;
    }
    State state =
        switch (exeRtn) {
          case Dialog.EXECUTED -> State.DONE;
          case Dialog.NO_DATA -> State.NO_DATA;
          default -> State.FAILED;
        };
    Heard heard = Heard.NOTHING.withExeRtn(exeRtn);
    steps.write(steps.step(id, mn, command, state, qn, attempts, heard, detail));
  }

  private static boolean isResult(Packet packet) {
    return packet.cn().equals(CommandCode.RESULT.cn());
  }

  private static String key(String mn, String qn) {
    return mn + '|' + qn;
  }
}
