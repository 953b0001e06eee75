package io.touchline.ingest;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.touchline.hj212.Edition;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToDoubleFunction;

/**
 * All that the gateway counts. The counts are kept here, exact and without a registry; the registry
 * reads them. Labels are enums and never an MN.
 *
 * <p>Identities that hold whenever nothing is on the move, see {@link GatewayCounters}.
 */
final class GatewayMeters {

  /** Why a piece was neither accepted nor quarantined. It was not acknowledged either. */
  enum Failure {
    /** The broker did not store it in time. */
    BROKER,
    /** The whole in-flight budget was used. */
    NO_ROOM
  }

  /** Why a connection was closed by us, or broke. */
  enum Closing {
    /** It said nothing for too long. */
    IDLE,
    /** The connection broke. */
    BROKEN,
    /** A handler of ours failed. */
    FAULT,
    /** It did not take its answers. */
    SLOW_READER,
    /** It did not show a registered MN with its password in time. */
    STRANGER,
    /** No TLS came of it: no common version or cipher, no certificate we believe, no TLS at all. */
    TLS
  }

  private static final String PREFIX = "touchline.gateway.";

  /** From what a broker beside us needs to what makes a logger send again (HJ 212: 10 s). */
  private static final Duration[] ANSWER_BANDS = {
    Duration.ofMillis(5),
    Duration.ofMillis(20),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10)
  };

  private final LongAdder bytesReceived = new LongAdder();
  private final LongAdder received = new LongAdder();
  private final LongAdder acknowledged = new LongAdder();
  private final LongAdder rested = new LongAdder();
  private final LongAdder lockedOut = new LongAdder();
  private final LongAdder pausedNanos = new LongAdder();
  private final AtomicInteger paused = new AtomicInteger();
  private final Map<Edition, LongAdder> accepted = adders(Edition.class);
  private final Map<QuarantineReason, LongAdder> quarantined = adders(QuarantineReason.class);
  private final Map<Failure, LongAdder> failed = adders(Failure.class);
  private final Map<Admission.Decision, LongAdder> refused = adders(Admission.Decision.class);
  private final Map<Closing, LongAdder> closed = adders(Closing.class);
  private final Admission admission;
  private final Backpressure backpressure;

  private volatile Timer answerTime;

  GatewayMeters(Admission admission, Backpressure backpressure) {
    this.admission = admission;
    this.backpressure = backpressure;
  }

  void bytesReceived(int bytes) {
    bytesReceived.add(bytes);
  }

  void received() {
    received.increment();
  }

  void accepted(Edition edition) {
    accepted.get(edition).increment();
  }

  void quarantined(QuarantineReason reason) {
    quarantined.get(reason).increment();
  }

  void failed(Failure failure) {
    failed.get(failure).increment();
  }

  void acknowledged(int frames) {
    acknowledged.add(frames);
  }

  /** An answer goes out so long after its frame was cut from the stream. */
  void answeredAfter(long nanos) {
    Timer timer = answerTime;
    if (timer != null) {
      timer.record(nanos, TimeUnit.NANOSECONDS);
    }
  }

  void refused(Admission.Decision decision) {
    refused.get(decision).increment();
  }

  void closed(Closing cause) {
    closed.get(cause).increment();
  }

  /** An MN was locked out for an address. */
  void lockedOut() {
    lockedOut.increment();
  }

  /** A connection is not read for a while, because of what its address put into quarantine. */
  void rested() {
    rested.increment();
  }

  void readsPaused() {
    paused.incrementAndGet();
  }

  void readsResumed(long afterNanos) {
    paused.decrementAndGet();
    pausedNanos.add(afterNanos);
  }

  GatewayCounters snapshot() {
    Map<String, Long> byReason = new LinkedHashMap<>();
    quarantined.forEach((reason, count) -> byReason.put(reason.code(), count.sum()));
    return new GatewayCounters(
        bytesReceived.sum(),
        received.sum(),
        sum(accepted),
        sum(quarantined),
        sum(failed),
        backpressure.recordsInFlight(),
        backpressure.bytesInFlight(),
        acknowledged.sum(),
        admission.open(),
        sum(refused),
        paused.get(),
        byReason);
  }

  void bindTo(MeterRegistry registry) {
    count(registry, "received.bytes", "Bytes read from connections", Tags.empty(), bytesReceived);
    count(registry, "pieces.received", "Pieces cut from the streams", Tags.empty(), received);
    accepted.forEach(
        (edition, count) ->
            count(
                registry,
                "frames.accepted",
                "Frames that the broker stored in packets",
                Tags.of("edition", edition.text()),
                count));
    quarantined.forEach(
        (reason, count) ->
            count(
                registry,
                "pieces.quarantined",
                "Pieces that the broker stored in quarantine",
                Tags.of("reason", reason.code()),
                count));
    failed.forEach(
        (failure, count) ->
            count(
                registry,
                "pieces.failed",
                "Pieces not stored, and not acknowledged",
                Tags.of("cause", label(failure)),
                count));
    count(
        registry, "frames.acknowledged", "Answers written to loggers", Tags.empty(), acknowledged);
    answerTime =
        Timer.builder(PREFIX + "acknowledgement.time")
            .description("From a frame cut from the stream to its answer, the broker's in between")
            .serviceLevelObjectives(ANSWER_BANDS)
            .register(registry);
    bindConnections(registry);
    bindFlow(registry);
  }

  private void bindConnections(MeterRegistry registry) {
    String turnedAway = "Connections closed at once by a limit";
    refused.forEach(
        (decision, count) -> {
          if (decision != Admission.Decision.ADMITTED) {
            Tags limit = Tags.of("limit", decision.limit());
            count(registry, "connections.refused", turnedAway, limit, count);
          }
        });
    String text = "Connections closed by us or broken";
    closed.forEach(
        (cause, count) ->
            count(registry, "connections.closed", text, Tags.of("cause", label(cause)), count));
    String rests = "Times a connection was not read for what its address put into quarantine";
    count(registry, "connections.rested", rests, Tags.empty(), rested);
    String locks = "Times an MN was locked out for an address after wrong passwords";
    count(registry, "lock.outs", locks, Tags.empty(), lockedOut);
    gauge(registry, "connections.open", "Open connections", admission, Admission::open);
    gauge(registry, "connections.paused", "Connections not being read", paused, AtomicInteger::get);
  }

  private void bindFlow(MeterRegistry registry) {
    gauge(
        registry,
        "in.flight.bytes",
        "Bytes on their way to Kafka",
        backpressure,
        Backpressure::bytesInFlight);
    gauge(
        registry,
        "in.flight.pieces",
        "Pieces on their way to Kafka",
        backpressure,
        Backpressure::recordsInFlight);
    TimeGauge.builder(PREFIX + "reads.paused.time", pausedNanos::sum, TimeUnit.NANOSECONDS)
        .description("Time that connections were not read, added up over connections")
        .register(registry);
  }

  private static void count(
      MeterRegistry registry, String name, String description, Tags tags, LongAdder count) {
    FunctionCounter.builder(PREFIX + name, count, LongAdder::sum)
        .description(description)
        .tags(tags)
        .register(registry);
  }

  private static <T> void gauge(
      MeterRegistry registry,
      String name,
      String description,
      T source,
      ToDoubleFunction<T> value) {
    Gauge.builder(PREFIX + name, source, value).description(description).register(registry);
  }

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <E extends Enum<E>> Map<E, LongAdder> adders(Class<E> type) {
    Map<E, LongAdder> adders = new EnumMap<>(type);
    for (E value : type.getEnumConstants()) {
      adders.put(value, new LongAdder());
    }
    return adders;
  }

  private static long sum(Map<?, LongAdder> adders) {
    return adders.values().stream().mapToLong(LongAdder::sum).sum();
  }
}
