package io.touchline.fleet.logger;

import io.netty.channel.EventLoop;
import io.touchline.fleet.misbehaviour.Habits;
import io.touchline.fleet.misbehaviour.Habits.Spoken;
import io.touchline.fleet.misbehaviour.Occasion;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a logger has to deliver: in the order in which it came, up to a window unacknowledged, again
 * after OverTime, on a new line after ReCount repeats, until it is answered. On the event loop, but
 * for {@link #count} and {@link #taken}.
 */
final class Deliveries {

  private static final int HEAD = 6;
  private static final int CHECK_AND_CRLF = 6;

  private final DeliverySettings settings;
  private final Device device;
  private final Outbox outbox;
  private final Habits habits;
  private final EventLoop loop;
  private final LoggerConnection connection;

  private final Deque<Delivery> notices = new ArrayDeque<>();
  private final Deque<Delivery> queue = new ArrayDeque<>();

  /** Failed when they were due; they give way to what is new. */
  private final Deque<Delivery> late = new ArrayDeque<>();

  /** By request number, the longest unanswered first. */
  private final Map<String, Delivery> inFlight = new LinkedHashMap<>();

  /** Runs out with the longest unanswered upload; null while nothing waits on a line. */
  private Future<?> overTime;

  private boolean stopped;
  private boolean held;

  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong resent = new AtomicLong();
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicLong waiting = new AtomicLong();
  private final AtomicLong garbled = new AtomicLong();
  private final AtomicLong reconnects = new AtomicLong();
  private final AtomicLong unanswered = new AtomicLong();

  Deliveries(
      DeliverySettings settings,
      Device device,
      Outbox outbox,
      Habits habits,
      EventLoop loop,
      LoggerConnection connection) {
    this.settings = settings;
    this.device = device;
    this.outbox = outbox;
    this.habits = habits;
    this.loop = loop;
    this.connection = connection;
  }

  /** Counts what was handed over, before the event loop gets it: from any thread. */
  Delivery taken(Outgoing what) {
    waiting.incrementAndGet();
    return new Delivery(what, System.nanoTime());
  }

  void add(Delivery delivery) {
    if (stopped) {
      delivery.acknowledged().cancel(false);
    } else {
      (delivery.what() instanceof Notice ? notices : queue).add(delivery);
      sendWhatTheWindowAllows();
    }
  }

  /** Uploads wait, notices do not: a logger without an MN or a key has to join first. */
  void hold() {
    held = true;
  }

  void release() {
    held = false;
    sendWhatTheWindowAllows();
  }

  /** Handed over and added at once, by what runs on the event loop itself. */
  CompletableFuture<Void> send(Outgoing what) {
    Delivery delivery = taken(what);
    add(delivery);
    return delivery.acknowledged();
  }

  DeliveryCount count() {
    return new DeliveryCount(
        sent.get(),
        resent.get(),
        acknowledged.get(),
        waiting.get(),
        garbled.get(),
        reconnects.get(),
        unanswered.get());
  }

  void stop() {
    stopped = true;
    List<Delivery> left = new ArrayList<>(inFlight.values());
    left.addAll(notices);
    left.addAll(queue);
    left.addAll(late);
    inFlight.clear();
    notices.clear();
    queue.clear();
    late.clear();
    if (overTime != null) {
      overTime.cancel(false);
    }
    left.forEach(delivery -> delivery.acknowledged().cancel(false));
  }

  /** A new line: all that is unanswered goes out again, as it was. */
  void connected(boolean anew) {
    if (anew) {
      reconnects.incrementAndGet();
    }
    for (Delivery delivery : inFlight.values()) {
      delivery.sentOnNewConnection(System.nanoTime());
      outbox.write(delivery.frames());
      resent.addAndGet(delivery.frames().size());
    }
    outbox.flush();
    armOverTime();
    if (device.personality().marksBackfill()) {
      setLateOnesAside();
    }
    sendWhatTheWindowAllows();
  }

  private void setLateOnesAside() {
    long now = System.nanoTime();
    long patience = device.configuration().overTime().toNanos();
    for (Iterator<Delivery> all = queue.iterator(); all.hasNext(); ) {
      Delivery delivery = all.next();
      if (now - delivery.handedOverAtNanos() >= patience) {
        all.remove();
        delivery.goesOutLate();
        late.add(delivery);
      }
    }
  }

  void acknowledged(String requestNumber) {
    Delivery delivery = inFlight.remove(requestNumber);
    if (delivery != null) {
      acknowledged.incrementAndGet();
      done(delivery);
    }
  }

  private void done(Delivery delivery) {
    waiting.decrementAndGet();
    delivery.acknowledged().complete(null);
    sendWhatTheWindowAllows();
  }

  void sendWhatTheWindowAllows() {
    boolean wrote = false;
    while (inFlight.size() < settings.window() && outbox.takesMore()) {
      Delivery next = next();
      if (next == null) {
        break;
      }
      sendFirst(next);
      wrote = true;
    }
    if (wrote) {
      outbox.flush();
      armOverTime();
    }
  }

  private Delivery next() {
    if (held || !notices.isEmpty()) {
      return notices.poll();
    }
    return queue.isEmpty() ? late.poll() : queue.poll();
  }

  private void sendFirst(Delivery delivery) {
    String requestNumber = device.nextRequestNumber();
    Outgoing what = delivery.what();
    Occasion occasion = what instanceof Upload ? Occasion.UPLOAD : Occasion.NOTICE;
    Spoken spoken =
        outbox.spoken(
            Wording.outgoing(device.identity(), what, requestNumber, true),
            what.commandCode(),
            occasion);
    List<byte[]> frames = spoken.frames();
    String number = spoken.requestNumber().isEmpty() ? requestNumber : spoken.requestNumber();
    delivery.firstSent(number, frames, System.nanoTime());
    inFlight.put(number, delivery);
    if (what instanceof Upload upload && upload.garbledFirst()) {
      outbox.write(List.of(garbled(frames.get(0))));
      garbled.incrementAndGet();
    }
    outbox.write(frames);
    sent.incrementAndGet();
    garbled.addAndGet(frames.size() - 1L);
  }

  private static byte[] garbled(byte[] frame) {
    return Habits.withModbusCheck(Arrays.copyOfRange(frame, HEAD, frame.length - CHECK_AND_CRLF));
  }

  private void armOverTime() {
    if (overTime == null && !inFlight.isEmpty()) {
      long age = System.nanoTime() - inFlight.values().iterator().next().sentAtNanos();
      long wait = Math.max(device.configuration().overTime().toNanos() - age, 0);
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
    long patience = device.configuration().overTime().toNanos();
    List<Delivery> overdue =
        inFlight.values().stream()
            .takeWhile(delivery -> now - delivery.sentAtNanos() >= patience)
            .toList();
    if (habits.mayGoUnanswered()) {
      overdue.forEach(this::giveUp);
    } else if (overdue.stream().anyMatch(this::isRepeatedOften)) {
      connection.renew();
      return;
    } else {
      overdue.forEach(delivery -> sendAgain(delivery, now));
    }
    outbox.flush();
    armOverTime();
  }

  private boolean isRepeatedOften(Delivery delivery) {
    return delivery.resends() >= device.configuration().reCount();
  }

  private void giveUp(Delivery delivery) {
    inFlight.remove(delivery.requestNumber());
    unanswered.incrementAndGet();
    done(delivery);
  }

  /** A line that takes no more bytes holds the first copy still: another would only lengthen it. */
  private void sendAgain(Delivery delivery, long now) {
    inFlight.remove(delivery.requestNumber());
    inFlight.put(delivery.requestNumber(), delivery);
    delivery.sentAgain(now);
    if (outbox.takesMore()) {
      outbox.write(delivery.frames());
      resent.addAndGet(delivery.frames().size());
    }
  }
}
