package io.touchline.fleet.logger;

import io.netty.channel.EventLoop;
import io.touchline.domain.ChinaTime;
import io.touchline.hj212.DataTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * What a logger says without being asked, uploads aside that are handed to it: start and time
 * notice when it first connects, heartbeats, real-time and state data while they are switched on.
 * On the event loop.
 */
final class Initiative {

  private static final Duration TICK = Duration.ofSeconds(1);

  private final Device device;
  private final Measurements measurements;
  private final Deliveries deliveries;
  private final Joining joining;
  private final EventLoop loop;
  private CompletableFuture<Void> heartbeat = CompletableFuture.completedFuture(null);
  private Future<?> beating;
  private Future<?> ticking;
  private Instant realTimeDue = Instant.MIN;

  Initiative(
      Device device,
      Measurements measurements,
      Deliveries deliveries,
      Joining joining,
      EventLoop loop) {
    this.device = device;
    this.measurements = measurements;
    this.deliveries = deliveries;
    this.joining = joining;
    this.loop = loop;
  }

  void start() {
    Duration every = device.personality().heartbeat();
    if (every != null) {
      beating = every(every, this::beat);
    }
    if (measurements != Measurements.NONE) {
      ticking = every(TICK, this::tick);
    }
  }

  void stop() {
    joining.stop();
    if (beating != null) {
      beating.cancel(false);
    }
    if (ticking != null) {
      ticking.cancel(false);
    }
  }

  void connected(boolean anew) {
    joining.connected();
    LoggerPersonality personality = device.personality();
    if (!anew && personality.saysStart()) {
      hand(upload("2081", List.of(FactorFields.plain("RestartTime", now()))));
    }
    if (!anew && personality.asksTime()) {
      hand(Notice.timeSync());
    }
  }

  /** One at a time: a centre that does not answer would find a heap of them. */
  private void beat() {
    if (heartbeat.isDone()) {
      heartbeat = deliveries.send(Notice.heartbeat());
    }
  }

  private void tick() {
    Instant now = device.clock().instant();
    LoggerConfiguration configuration = device.configuration();
    if (!configuration.realTime() && !configuration.state()) {
      realTimeDue = Instant.MIN; // at once when it is switched on again
    } else if (!now.isBefore(realTimeDue)) {
      realTimeDue = now.plusSeconds(configuration.realTimeSeconds());
      List<FactorFields> present = measurements.present(now);
      if (configuration.realTime() && !present.isEmpty()) {
        upload("2011", present).fitted().forEach(this::hand);
      }
      if (configuration.state()) {
        hand(
            upload(
                "2021",
                List.of(
                    new FactorFields("SB1", List.of("RS", "1")),
                    new FactorFields("SB2", List.of("RS", "0")))));
      }
    }
  }

  private Upload upload(String commandCode, List<FactorFields> fields) {
    return Upload.of(commandCode, device.clock().instant(), fields);
  }

  private void hand(Outgoing what) {
    CompletableFuture<Void> unused = deliveries.send(what);
  }

  private String now() {
    return DataTimes.formatSecond(ChinaTime.civil(device.clock().instant()));
  }

  private Future<?> every(Duration period, Runnable work) {
    return loop.scheduleAtFixedRate(
        work, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
  }
}
