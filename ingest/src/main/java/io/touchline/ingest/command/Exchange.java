package io.touchline.ingest.command;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import io.touchline.contract.CommandResultRecord.State;
import io.touchline.domain.ChinaTime;
import io.touchline.hj212.CommandCode;
import io.touchline.hj212.Packet;
import io.touchline.ingest.command.Dialog.Terms;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * One request under way with a logger: moves its {@link Dialog} on, sends and sends again, and
 * writes each step. All on the event loop of the connection that it was begun on; the public doors
 * may be called from any thread.
 *
 * <p>When the connection ends, a request that may be repeated is given back at once. Another waits
 * on: its logger may say over its next connection what became of it.
 */
final class Exchange {

  /** How often a long history tells how far it is, so that others see it is alive. */
  private static final long PROGRESS_NANOS = Duration.ofSeconds(10).toNanos();

  private final Order order;
  private final Channel channel;
  private final EventExecutor loop;
  private final Clock clock;
  private final Steps steps;
  private final CommandMeters meters;
  private final BiConsumer<Exchange, Dialog.Over> atEnd;

  private final ChannelFutureListener atClose = closed -> connectionEnded();

  private Dialog dialog;
  private ScheduledFuture<?> alarm;
  private int attempt = 1;
  private long toldAt;

  /**
   * A request that has not gone out yet.
   *
   * @param atEnd told once, on the event loop, when nothing more is waited for
   */
  Exchange(
      Order order,
      Channel channel,
      Clock clock,
      Steps steps,
      CommandMeters meters,
      BiConsumer<Exchange, Dialog.Over> atEnd) {
    this.order = order;
    this.channel = channel;
    this.loop = channel.eventLoop();
    this.clock = clock;
    this.steps = steps;
    this.meters = meters;
    this.atEnd = atEnd;
  }

  Order order() {
    return order;
  }

  Channel channel() {
    return channel;
  }

  /** Sends the request, or gives it back when the connection is gone or does not take it. */
  void begin(Terms terms) {
    loop.execute(
        () -> {
          meters.dialogBegun();
          if (!channel.isActive() || !channel.isWritable()) {
            release("not sent: the connection is gone or does not take it");
            return;
          }
          dialog = Dialog.begin(terms, now());
          write();
          await();
          channel.closeFuture().addListener(atClose);
        });
  }

  /** A frame of the logger has come, on this connection or another. */
  void hear(Packet packet) {
    onLoop(
        () -> {
          Optional<Word> word = isOver() ? Optional.empty() : order.request().hear(packet);
          word.ifPresent(said -> become(dialog.hears(said, now())));
        });
  }

  /** The logger is connected elsewhere: gives the request back if it may be repeated. */
  void letGo(String why) {
    onLoop(
        () -> {
          if (!isOver() && isHarmless()) {
            release(why);
          }
        });
  }

  /** The log says that it is over: nothing more is written of it. */
  void forget() {
    onLoop(
        () -> {
          if (!isOver()) {
            end(new Dialog.Over(State.UNKNOWN, dialog.heard(), null));
          }
        });
  }

  /** The gateway closes: whatever is under way has an end now. */
  void close() {
    onLoop(
        () -> {
          if (isOver()) {
            return;
          }
          if (isHarmless()) {
            release("the gateway closes");
          } else {
            become(new Dialog.Over(State.UNKNOWN, dialog.heard(), "the gateway closes"));
          }
        });
  }

  private void connectionEnded() {
    if (!isOver() && isHarmless()) {
      release("the connection ended");
    }
  }

  private void become(Dialog next) {
    Dialog before = dialog;
    if (next.equals(before)) {
      return;
    }
    dialog = next;
    if (next instanceof Dialog.Over over) {
      steps.say(order, over.outcome(), attempt, over.heard(), detail(over));
      end(over);
      return;
    }
    if (next instanceof Dialog.Asked asked && asked.attempt() > attempt) {
      again(asked);
    } else if (next instanceof Dialog.Promised) {
      tellProgress(before instanceof Dialog.Asked);
    }
    await();
  }

  private String detail(Dialog.Over over) {
    boolean passwordSet =
        over.outcome() == State.DONE && order.command().command() == CommandCode.SET_PASSWORD;
    return passwordSet
        ? "register the new password now: until then frames that carry it go to quarantine"
        : over.detail();
  }

  /** Nothing came: once more, while there is a connection to send it on. */
  private void again(Dialog.Asked asked) {
    if (!channel.isActive()) {
      become(new Dialog.Over(State.UNKNOWN, asked.heard(), "the connection ended without a word"));
    } else if (channel.isWritable()) {
      attempt = asked.attempt();
      meters.resent();
      steps.say(order, State.SENT, attempt, asked.heard(), null);
      write();
    }
  }

  private void tellProgress(boolean first) {
    if (first || now() - toldAt >= PROGRESS_NANOS) {
      toldAt = now();
      steps.say(order, State.ACCEPTED, attempt, dialog.heard(), null);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // A lost write is one without an answer.
  private void write() {
    byte[] frame = order.request().wording().at(ChinaTime.civil(clock.instant()));
    channel.writeAndFlush(Unpooled.wrappedBuffer(frame));
  }

  private void await() {
    cancelAlarm();
    if (!isOver()) {
      long left = Math.max(0, dialog.until() - now());
      alarm = loop.schedule(this::silence, left, TimeUnit.NANOSECONDS);
    }
  }

  private void silence() {
    if (!isOver() && now() - dialog.until() >= 0) {
      become(dialog.hearsNothing(now()));
    } else {
      await();
    }
  }

  private void release(String why) {
    Heard heard = dialog == null ? Heard.NOTHING : dialog.heard();
    steps.say(order, State.RELEASED, dialog == null ? 0 : attempt, heard, why);
    end(new Dialog.Over(State.RELEASED, heard, why));
  }

  private void end(Dialog.Over over) {
    dialog = over;
    cancelAlarm();
    channel.closeFuture().removeListener(atClose);
    meters.dialogOver();
    atEnd.accept(this, over);
  }

  private boolean isOver() {
    return dialog == null || dialog instanceof Dialog.Over;
  }

  private boolean isHarmless() {
    return Repetition.isHarmless(order.command().command());
  }

  private void cancelAlarm() {
    if (alarm != null) {
      alarm.cancel(false);
      alarm = null;
    }
  }

  private long now() {
    return loop.ticker().nanoTime();
  }

  private void onLoop(Runnable task) {
    if (loop.inEventLoop()) {
      task.run();
    } else {
      loop.execute(task);
    }
  }
}
