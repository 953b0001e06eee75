package io.touchline.ingest.command;

import io.netty.channel.Channel;
import io.touchline.contract.CommandRecord;
import io.touchline.contract.CommandResultRecord;
import io.touchline.contract.CommandResultRecord.State;
import io.touchline.ingest.command.Dialog.Terms;
import io.touchline.ingest.command.Move.Surroundings;
import io.touchline.ingest.command.Standing.Holder;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the moves of commands, one after another on the desk's thread. */
final class Clerk {

  /** A step that was written and not read back by then is written again. */
  private static final Duration READ_BACK = Duration.ofSeconds(5);

  /** An exchange whose logger has been seen elsewhere tells this often that it goes on. */
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

  private final CommandSettings settings;
  private final Holder me;
  private final Ledger ledger;
  private final Lines lines;
  private final Requests requests;
  private final KeyRing keys;
  private final Exchanges exchanges;
  private final Steps steps;
  private final Inbox inbox;
  private final Set<String> touched = new HashSet<>();
  private Instant startedAt = Instant.MIN;
  private Instant workedAt = Instant.MIN;

  Clerk(
      CommandSettings settings,
      Holder me,
      Ledger ledger,
      Lines lines,
      Requests requests,
      KeyRing keys,
      Exchanges exchanges,
      Steps steps,
      Inbox inbox) {
    this.settings = settings;
    this.me = me;
    this.ledger = ledger;
    this.lines = lines;
    this.requests = requests;
    this.keys = keys;
    this.exchanges = exchanges;
    this.steps = steps;
    this.inbox = inbox;
  }

  /** The log has been read; what other runs of this gateway wrote before is theirs no more. */
  void startsAt(Instant now) {
    startedAt = now;
  }

  /** A command was read. */
  void note(Tracked tracked, boolean live) {
    String mn = tracked.command().mn();
    touched.add(mn);
    boolean tooMany =
        ledger.of(mn).size() > settings.perLogger() || ledger.size() > settings.inAll();
    if (live && tooMany) {
      String detail =
          ledger.of(mn).size()
              + " commands wait for this logger, "
              + ledger.size()
              + " in all: there is no room for more";
      steps.say(tracked.command(), State.EXPIRED, tracked.standing(), detail);
      tracked.claim();
    }
  }

  /** A step was read, and is in the ledger. */
  void note(CommandResultRecord step) {
    touched.add(step.mn());
    Exchange exchange = exchanges.with(step.mn());
    if (exchange != null && exchange.order().command().id().equals(step.id()) && !isMine(step)) {
      exchange.forget();
    }
  }

  private boolean isMine(CommandResultRecord step) {
    return ledger.of(step.mn()).stream()
        .filter(tracked -> tracked.command().id().equals(step.id()))
        .anyMatch(
            tracked ->
                tracked.standing() instanceof Standing.Sent sent && sent.holder().equals(me));
  }

  /**
   * Makes the moves that are due.
   *
   * @param all whether to look at every logger, or at those alone of whom something was read
   */
  void work(Instant now, boolean all) {
    workedAt = now;
    Collection<String> loggers = all ? ledger.loggers() : List.copyOf(touched);
    touched.clear();
    for (String mn : loggers) {
      for (Tracked tracked : List.copyOf(ledger.of(mn))) {
        if (!tracked.quiet(now)) {
          makeMove(tracked, now);
        }
      }
    }
  }

  private void makeMove(Tracked tracked, Instant now) {
    CommandRecord command = tracked.command();
    Optional<Loggers.Line> line = lines.to(command);
    Surroundings around =
        new Surroundings(
            me,
            startedAt,
            now,
            line.filter(held -> held.channel().isWritable()).isPresent(),
            ledger.hasTurn(tracked),
            settings.patienceFor(command.command()));
    Move move = Move.next(tracked, around);
    if (move instanceof Move.Say say) {
      say(tracked, say.state(), say.detail(), now);
    } else if (move instanceof Move.Prepare) {
      line.ifPresent(held -> prepare(tracked, held, now));
    } else if (move instanceof Move.Send) {
      send(tracked, line);
    } else if (tracked.begun()) {
      lookAfter(tracked, line, now);
    }
  }

  private void say(Tracked tracked, State state, String detail, Instant now) {
    steps.say(tracked.command(), state, tracked.standing(), detail);
    tracked.beQuietUntil(now.plus(READ_BACK));
    if (state == State.TAKEN) {
      tracked.claim();
    }
  }

  private void prepare(Tracked tracked, Loggers.Line line, Instant now) {
    if (tracked.order() == null) {
      Optional<Loggers.Profile> profile = lines.profileOf(tracked.command().mn());
      if (profile.isEmpty()) {
        say(tracked, State.INVALID, "no outlet with this MN is registered", now);
        return;
      }
      int before = ((Standing.Taken) tracked.standing()).attempts();
      Requests.Made made = requests.make(tracked.command(), before, line, profile.get());
      if (made instanceof Requests.Made.Invalid invalid) {
        say(tracked, State.INVALID, invalid.reason(), now);
        return;
      }
      Order order = ((Requests.Made.Ready) made).order();
      tracked.prepare(order);
      if (order.newKey() != null) {
        Order.NewKey fresh = order.newKey();
        keys.propose(order.mn(), fresh.key(), fresh.createdAt(), inbox::add);
      }
    }
    steps.say(tracked.order(), State.SENT, 1, Heard.NOTHING, null);
    tracked.beQuietUntil(now.plus(READ_BACK));
  }

  private void send(Tracked tracked, Optional<Loggers.Line> line) {
    Order order = tracked.order();
    KeyRing.Kept kept = order.newKey() == null ? KeyRing.Kept.YES : keys.kept(order.newKey().key());
    if (kept == KeyRing.Kept.NOT_YET) {
      return;
    }
    tracked.begin();
    if (kept == KeyRing.Kept.YES && line.isPresent() && exchanges.with(order.mn()) == null) {
      exchanges.begin(order, line.get().channel(), terms(order.request()), this::over);
    } else {
      // Nothing of it went out, whatever SENT says.
      steps.say(order, State.RELEASED, 0, Heard.NOTHING, "not sent: the logger went away");
      letGo(order);
    }
  }

  private void letGo(Order order) {
    if (order.newKey() != null) {
      keys.letGo(order.newKey().key());
    }
  }

  private Terms terms(Request request) {
    return new Terms(
        request.course(),
        settings.overTime().toNanos(),
        settings.reCount(),
        settings.patienceFor(request.command()).toNanos());
  }

  /** On the connection's event loop. */
  private void over(Order order, Dialog.Over end) {
    Order.NewKey fresh = order.newKey();
    if (fresh == null) {
      return;
    }
    inbox.add(
        () -> {
          keys.letGo(fresh.key());
          if (end.outcome() == State.DONE) {
            keys.confirm(order.mn(), fresh.key(), fresh.createdAt(), workedAt, inbox::add);
          }
        });
  }

  /** Of an exchange under way: is its logger still there? */
  private void lookAfter(Tracked tracked, Optional<Loggers.Line> line, Instant now) {
    Exchange exchange = exchanges.with(tracked.command().mn());
    if (exchange == null) {
      return;
    }
    Channel latest = line.map(Loggers.Line::channel).orElse(null);
    if (latest == exchange.channel() || (latest == null && !exchange.channel().isActive())) {
      return;
    }
    exchange.letGo("the logger came again over another connection");
    Standing.Sent sent = (Standing.Sent) tracked.standing();
    if (!Repetition.isHarmless(tracked.command().command())
        && !now.isBefore(sent.at().plus(SIGN_OF_LIFE))) {
      say(tracked, State.SENT, null, now);
    }
  }

  /** At the end: what was taken and not sent is anybody's. */
  void giveBack() {
    for (String mn : ledger.loggers()) {
      for (Tracked tracked : ledger.of(mn)) {
        if (tracked.standing() instanceof Standing.Taken taken && taken.holder().equals(me)) {
          steps.say(
              tracked.command(),
              State.RELEASED,
              tracked.standing(),
              "not sent: the gateway closes");
        }
      }
    }
  }
}
