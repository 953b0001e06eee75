package io.touchline.fleet.logger;

import io.netty.channel.EventLoop;
import io.touchline.fleet.misbehaviour.Occasion;
import io.touchline.hj212.Packet;
import io.touchline.hj212.PacketWriter;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * One request from its arrival to its 9012. All its answers carry the identity that the logger had
 * at the beginning: a new password holds from the next exchange on. On the event loop.
 */
final class Dialog {

  /** How far it is. */
  sealed interface State {

    /** Nothing was said; so many more copies of the request go unheard. */
    record Unheard(int times) implements State {}

    /** 9011 said yes. */
    record Accepted() implements State {}

    /** Periods are going out. */
    record Telling(Iterator<List<Upload>> left, int told) implements State {}

    /** 9012 was said, or is not going to be. */
    record Finished(int exeRtn, boolean said) implements State {}

    /** 9011 said no, or 9013 was all there was to say. */
    record Closed() implements State {}
  }

  private final Packet request;
  private final Device device;
  private final LoggerIdentity identity;
  private final RequestRules rules;
  private final Deliveries deliveries;
  private final Outbox outbox;
  private final EventLoop loop;
  private final Reaction reaction;
  private State state;

  Dialog(
      Packet request,
      Device device,
      RequestRules rules,
      Deliveries deliveries,
      Outbox outbox,
      EventLoop loop) {
    this.request = request;
    this.device = device;
    this.identity = device.identity();
    this.rules = rules;
    this.deliveries = deliveries;
    this.outbox = outbox;
    this.loop = loop;
    this.reaction = device.reactionTo(request.cn());
    this.state = new State.Unheard(reaction instanceof Reaction.Ignore ignore ? ignore.times() : 0);
  }

  /** The request came, for the first time or again: what was said is said again, not done again. */
  void heard() {
    if (state instanceof State.Unheard unheard) {
      if (unheard.times() > 0) {
        state = new State.Unheard(unheard.times() - 1);
      } else {
        begin();
      }
    } else if (state instanceof State.Finished finished) {
      accept();
      if (finished.said()) {
        say(Wording.result(identity, request, finished.exeRtn()), "9012");
      }
    } else if (state instanceof State.Closed) {
      begin();
    } else {
      accept();
    }
  }

  private void begin() {
    Action action =
        reaction instanceof Reaction.Refuse refuse
            ? new Action.Refuse(refuse.qnRtn())
            : rules.of(request);
    if (action instanceof Action.Refuse refuse) {
      state = new State.Closed();
      say(Wording.requestAnswer(identity, request, refuse.qnRtn()), "9011");
    } else if (action instanceof Action.TakeNotice notice) {
      state = new State.Closed();
      say(Wording.reply(identity, request, "9013"), "9013");
      notice.effect().run();
    } else {
      state = new State.Accepted();
      if (!(reaction instanceof Reaction.SkipAcceptance)) {
        accept();
      }
      if (reaction instanceof Reaction.AcceptTwice) {
        accept();
      }
      perform(action);
    }
  }

  private void accept() {
    say(Wording.requestAnswer(identity, request, 1), "9011");
  }

  private void perform(Action action) {
    if (reaction instanceof Reaction.Fail fail) {
      finish(fail.exeRtn());
    } else if (action instanceof Action.Carry carry) {
      finish(carry.effect().getAsInt());
    } else if (action instanceof Action.Tell tell) {
      say(Wording.values(identity, request, tell.values()), request.cn());
      finish(Action.DONE);
    } else if (action instanceof Action.TellHistory history) {
      tellNext(new State.Telling(history.periods(), 0));
    }
  }

  /** The next period, when that before it is through, so that no more than one is on its way. */
  private void tellNext(State.Telling telling) {
    state = telling;
    if (!telling.left().hasNext()) {
      finish(telling.told() == 0 ? Action.NO_DATA : Action.DONE);
      return;
    }
    List<Upload> parts = telling.left().next();
    CompletableFuture<?>[] through =
        parts.stream().map(this::tell).toArray(CompletableFuture<?>[]::new);
    State.Telling next = new State.Telling(telling.left(), telling.told() + 1);
    CompletableFuture<Void> unused =
        CompletableFuture.allOf(through).thenRunAsync(() -> tellNext(next), loop);
  }

  private CompletableFuture<Void> tell(Upload part) {
    if (device.personality().historyAsks()) {
      return deliveries.send(part);
    }
    outbox.say(
        Wording.outgoing(identity, part, device.nextRequestNumber(), false),
        part.commandCode(),
        Occasion.UPLOAD);
    return CompletableFuture.completedFuture(null);
  }

  private void finish(int exeRtn) {
    if (reaction instanceof Reaction.NeverFinish) {
      state = new State.Finished(exeRtn, false);
    } else if (reaction instanceof Reaction.Dawdle dawdle && state instanceof State.Accepted) {
      Future<?> unused =
          loop.schedule(() -> sayResult(exeRtn), dawdle.time().toMillis(), TimeUnit.MILLISECONDS);
    } else {
      sayResult(exeRtn);
    }
  }

  private void sayResult(int exeRtn) {
    state = new State.Finished(exeRtn, true);
    say(Wording.result(identity, request, exeRtn), "9012");
  }

  private void say(PacketWriter packet, String commandCode) {
    outbox.say(packet, commandCode, Occasion.ANSWER);
  }
}
