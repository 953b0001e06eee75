package io.touchline.ingest.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.touchline.contract.CommandRecord;
import io.touchline.contract.CommandResultRecord;
import io.touchline.contract.CommandResultRecord.State;
import io.touchline.contract.Json;
import io.touchline.contract.Topics;
import io.touchline.ingest.command.Standing.Holder;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes the steps of commands. Thread-safe.
 *
 * <p>What became of an exchange is known here alone until it is written, so such a step is written
 * again until the broker has it. Another that is lost is only made again, and not written later: by
 * then it may not be true any more.
 */
final class Steps {

  private final Outbox outbox;
  private final Topics topics;
  private final Holder me;
  private final Clock clock;
  private final CommandMeters meters;
  private final Queue<CommandResultRecord> lost = new ConcurrentLinkedQueue<>();
  private final AtomicInteger underWay = new AtomicInteger();

  Steps(Outbox outbox, Topics topics, Holder me, Clock clock, CommandMeters meters) {
    this.outbox = outbox;
    this.topics = topics;
    this.me = me;
    this.clock = clock;
    this.meters = meters;
  }

  /** A step before anything was sent, or about a command of another gateway. */
  void say(CommandRecord command, State state, Standing standing, String detail) {
    String qn = standing instanceof Standing.Sent sent ? sent.qn() : null;
    write(
        step(
            command.id(),
            command.mn(),
            command.command().name(),
            state,
            qn,
            attempts(standing),
            Heard.NOTHING,
            detail));
  }

  /** A step of an exchange. */
  void say(Order order, State state, int attempt, Heard heard, String detail) {
    int attempts = order.sentBefore() + attempt;
    CommandRecord command = order.command();
    String code = command.command().name();
    String qn = order.request().qn();
    write(step(command.id(), command.mn(), code, state, qn, attempts, heard, detail));
  }

  private static int attempts(Standing standing) {
    if (standing instanceof Standing.Sent sent) {
      return sent.attempts();
    }
    if (standing instanceof Standing.Taken taken) {
      return taken.attempts();
    }
    return standing instanceof Standing.Open open ? open.attempts() : 0;
  }

  /** A step as this run writes it now. */
  CommandResultRecord step(
      String id,
      String mn,
      String command,
      State state,
      String qn,
      int attempts,
      Heard heard,
      String detail) {
    return new CommandResultRecord(
        CommandResultRecord.SCHEMA_VERSION,
        id,
        mn,
        command,
        state,
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        me.gateway(),
        me.run(),
        qn,
        attempts,
        heard.qnRtn(),
        heard.exeRtn(),
        heard.frames(),
        heard.values().isEmpty() ? null : heard.values(),
        detail);
  }

  void write(CommandResultRecord step) {
    underWay.incrementAndGet();
    outbox.write(
        new ProducerRecord<>(
            topics.commandResults().name(),
            step.mn().getBytes(UTF_8),
            Json.text(step).getBytes(UTF_8)),
        stored -> {
          underWay.decrementAndGet();
          if (stored) {
            meters.step(step.state());
          } else if (step.state().terminal() || step.state() == State.RELEASED) {
            lost.add(step);
          }
        });
  }

  /** Writes again what was lost. */
  void retry() {
    for (int left = lost.size(); left > 0; left--) {
      CommandResultRecord step = lost.poll();
      if (step == null) {
        return;
      }
      write(step);
    }
  }

  /** Whether the broker has all that is to be told. */
  boolean settled() {
    return underWay.get() == 0 && lost.isEmpty();
  }
}
