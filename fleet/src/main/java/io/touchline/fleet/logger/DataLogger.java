package io.touchline.fleet.logger;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.touchline.fleet.misbehaviour.Habits;
import io.touchline.hj212.CheckMode;
import io.touchline.hj212.Dialect;
import io.touchline.hj212.LengthMode;
import io.touchline.hj212.Packet;
import io.touchline.hj212.Sm4Key;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A data logger (数采仪) as the monitoring centre sees one. What it is handed it delivers: in order,
 * up to a window unacknowledged, again after OverTime, on a new line after ReCount repeats; an
 * upload is done when its 9014 came, never before. What the centre asks it does: it sets its clock,
 * its password, its intervals, and tells what it measured.
 *
 * <p>May be called from any thread; the work is done on one event loop of the group, which many
 * loggers share.
 */
public final class DataLogger {

  private final EventLoop loop;
  private final Habits habits;
  private final Device device;
  private final LoggerConnection connection;
  private final Deliveries deliveries;
  private final Initiative initiative;
  private final Dialogs dialogs;

  /** A logger that behaves, with a right clock and nothing in its memory. */
  public DataLogger(
      LoggerIdentity identity,
      InetSocketAddress centre,
      DeliverySettings settings,
      EventLoopGroup group,
      Clock clock) {
    this(
        LoggerPersonality.of(identity),
        Measurements.NONE,
        Habits.none(),
        centre,
        settings,
        group,
        clock);
  }

  /**
   * A logger like this.
   *
   * @param habits its own: no two loggers share them
   * @param clock the true time; its own is off from it as the personality says
   */
  public DataLogger(
      LoggerPersonality personality,
      Measurements measurements,
      Habits habits,
      InetSocketAddress centre,
      DeliverySettings settings,
      EventLoopGroup group,
      Clock clock) {
    this.habits = habits;
    loop = group.next();
    device = new Device(personality, settings, clock);
    connection = new LoggerConnection(centre, settings, loop, this::dialect, new Heart());
    Outbox outbox = new Outbox(connection, device, habits, loop);
    deliveries = new Deliveries(settings, device, outbox, habits, loop, connection);
    Joining joining = new Joining(device, deliveries, loop);
    initiative = new Initiative(device, measurements, deliveries, joining, loop);
    RequestRules rules =
        new RequestRules(device, new SettingRules(device), new ReportRules(device, measurements));
    dialogs = new Dialogs(device, rules, deliveries, joining, outbox, habits, loop);
  }

  public void start() {
    loop.execute(
        () -> {
          connection.open();
          initiative.start();
        });
  }

  /**
   * Takes an upload or a notice over. The queue has no bound: whoever sends much waits for what it
   * sent.
   *
   * @return completes on the event loop when it is acknowledged, or given up by a logger whose
   *     habits earn no answer; is cancelled when the logger is stopped before that
   */
  public CompletableFuture<Void> send(Outgoing what) {
    if (habits.tearsUploads() && what instanceof Upload upload && !upload.isSplit()) {
      return CompletableFuture.allOf(
          upload.torn().stream().map(this::hand).toArray(CompletableFuture<?>[]::new));
    }
    return hand(what);
  }

  private CompletableFuture<Void> hand(Outgoing what) {
    Delivery delivery = deliveries.taken(what);
    loop.execute(() -> deliveries.add(delivery));
    return delivery.acknowledged();
  }

  /** How it takes requests of a kind from the next one on. */
  public void reactTo(String commandCode, Reaction reaction) {
    device.reactTo(commandCode, reaction);
  }

  public DeliveryCount count() {
    return deliveries.count();
  }

  public Link link() {
    return connection.link();
  }

  /** What is set in it just now. */
  public LoggerConfiguration configuration() {
    return device.configuration();
  }

  public LoggerClock clock() {
    return device.clock();
  }

  /** Closes the line; what is not acknowledged by now stays so and is counted as waiting. */
  public CompletableFuture<Void> stop() {
    return CompletableFuture.runAsync(
        () -> {
          initiative.stop();
          connection.close();
          deliveries.stop();
        },
        loop);
  }

  private Dialect dialect() {
    Sm4Key key = device.configuration().key();
    return key == null
        ? Dialect.STANDARD
        : new Dialect(CheckMode.STANDARD, LengthMode.EXACT, List.of(key));
  }

  /** What the line sets going. */
  private final class Heart implements LoggerConnection.Listener {
    @Override
    public void connected(boolean anew) {
      deliveries.connected(anew);
      initiative.connected(anew);
    }

    @Override
    public void heard(Packet packet) {
      dialogs.heard(packet);
    }

    @Override
    public void takesMoreAgain() {
      deliveries.sendWhatTheWindowAllows();
    }
  }
}
