package io.touchline.fleet.logger;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A data logger (数采仪) as the monitoring centre sees one: it sends uploads in the order in which it
 * gets them, up to a window unacknowledged, sends again what OverTime finds unanswered, takes the
 * line for dead after ReCount repeats, and starts over on a new one. An upload is done when its
 * 9014 came, never before.
 *
 * <p>{@link #send}, {@link #count} and {@link #link} may be called from any thread; the work is
 * done on one event loop of the group, which many loggers share.
 */
public final class DataLogger implements LoggerConnection.Listener {

  private final LoggerIdentity identity;
  private final DeliverySettings settings;
  private final EventLoop loop;
  private final LoggerConnection connection;
  private final RequestNumbers requestNumbers;

  private final Queue<Delivery> queue = new ArrayDeque<>();

  /** By request number, the longest unanswered first. */
  private final Map<String, Delivery> inFlight = new LinkedHashMap<>();

  /** Runs out with the longest unanswered upload; null while nothing waits on a line. */
  private Future<?> overTime;

  private boolean stopped;

  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong resent = new AtomicLong();
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicLong waiting = new AtomicLong();
  private final AtomicLong garbled = new AtomicLong();
  private final AtomicLong reconnects = new AtomicLong();

  public DataLogger(
      LoggerIdentity identity,
      InetSocketAddress centre,
      DeliverySettings settings,
      EventLoopGroup group,
      Clock clock) {
    this.identity = identity;
    this.settings = settings;
    this.loop = group.next();
    this.connection = new LoggerConnection(centre, settings, loop, this);
    this.requestNumbers = new RequestNumbers(clock);
  }

  public void start() {
    loop.execute(connection::open);
  }

  /**
   * Takes an upload over. The queue has no bound: whoever sends much waits for what it sent.
   *
   * @return completes on the event loop when the upload is acknowledged; is cancelled when the
   *     logger is stopped before that
   */
  public CompletableFuture<Void> send(Upload upload) {
    Delivery delivery = new Delivery(upload);
    waiting.incrementAndGet();
    loop.execute(
        () -> {
          if (stopped) {
            delivery.acknowledged().cancel(false);
          } else {
            queue.add(delivery);
            sendWhatTheWindowAllows();
          }
        });
    return delivery.acknowledged();
  }

  public DeliveryCount count() {
    return new DeliveryCount(
        sent.get(),
        resent.get(),
        acknowledged.get(),
        waiting.get(),
        garbled.get(),
        reconnects.get());
  }

  public Link link() {
    return connection.link();
  }

  /** Closes the line; what is not acknowledged by now stays so and is counted as waiting. */
  public CompletableFuture<Void> stop() {
    return CompletableFuture.runAsync(
        () -> {
          stopped = true;
          connection.close();
          List<Delivery> left = new ArrayList<>(inFlight.values());
          left.addAll(queue);
          inFlight.clear();
          queue.clear();
          if (overTime != null) {
            overTime.cancel(false);
          }
          left.forEach(delivery -> delivery.acknowledged().cancel(false));
        },
        loop);
  }

  @Override
  public void connected(boolean anew) {
    if (anew) {
      reconnects.incrementAndGet();
    }
    for (Delivery delivery : inFlight.values()) {
      delivery.sentOnNewConnection(System.nanoTime());
      connection.write(delivery.frame());
      resent.incrementAndGet();
    }
    connection.flush();
    armOverTime();
    sendWhatTheWindowAllows();
  }

  @Override
  public void acknowledged(String requestNumber) {
    Delivery delivery = inFlight.remove(requestNumber);
    if (delivery != null) {
      acknowledged.incrementAndGet();
      waiting.decrementAndGet();
      delivery.acknowledged().complete(null);
      sendWhatTheWindowAllows();
    }
  }

  @Override
  public void takesMoreAgain() {
    sendWhatTheWindowAllows();
  }

  private void sendWhatTheWindowAllows() {
    boolean wrote = false;
    while (!queue.isEmpty() && inFlight.size() < settings.window() && connection.takesMore()) {
      sendFirst(queue.remove());
      wrote = true;
    }
    if (wrote) {
      connection.flush();
      armOverTime();
    }
  }

  private void sendFirst(Delivery delivery) {
    String requestNumber = requestNumbers.next();
    byte[] frame = UploadWriter.frame(identity, delivery.upload(), requestNumber);
    delivery.firstSent(requestNumber, frame, System.nanoTime());
    inFlight.put(requestNumber, delivery);
    if (delivery.upload().garbledFirst()) {
      connection.write(UploadWriter.withModbusCheck(frame));
      garbled.incrementAndGet();
    }
    connection.write(frame);
    sent.incrementAndGet();
  }

  private void armOverTime() {
    if (overTime == null && !inFlight.isEmpty()) {
      long age = System.nanoTime() - inFlight.values().iterator().next().sentAtNanos();
      long wait = Math.max(settings.overTime().toNanos() - age, 0);
      overTime = loop.schedule(this::overTimePassed, wait, TimeUnit.NANOSECONDS);
    }
  }

  /** Without a line there is nothing to wait for: the next one sends all again by itself. */
  private void overTimePassed() {
    overTime = null;
    if (!(connection.link() instanceof Link.Up)) {
      return;
    }
    long now = System.nanoTime();
    List<Delivery> overdue =
        inFlight.values().stream()
            .takeWhile(delivery -> now - delivery.sentAtNanos() >= settings.overTime().toNanos())
            .toList();
    if (overdue.stream().anyMatch(delivery -> delivery.resends() >= settings.reCount())) {
      connection.renew();
      return;
    }
    overdue.forEach(delivery -> sendAgain(delivery, now));
    connection.flush();
    armOverTime();
  }

  /** A line that takes no more bytes holds the first copy still: another would only lengthen it. */
  private void sendAgain(Delivery delivery, long now) {
    inFlight.remove(delivery.requestNumber());
    inFlight.put(delivery.requestNumber(), delivery);
    delivery.sentAgain(now);
    if (connection.takesMore()) {
      connection.write(delivery.frame());
      resent.incrementAndGet();
    }
  }
}
