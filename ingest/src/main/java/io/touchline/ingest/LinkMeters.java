package io.touchline.ingest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.touchline.hj212.Edition;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/** How the stations are connected, in figures whose labels are few whatever stations there are. */
final class LinkMeters {

  /** Real-time data come every 30 s unless set otherwise (HJ 212-2017 table 1). */
  private static final long LIVE_MILLIS = Duration.ofMinutes(2).toMillis();

  private static final Duration[] BANDS = {
    Duration.ofSeconds(1),
    Duration.ofSeconds(10),
    Duration.ofMinutes(1),
    Duration.ofMinutes(10),
    Duration.ofHours(1),
    Duration.ofDays(1)
  };

  private Timer behind;
  private Timer ahead;

  /** To be called before the first frame comes. */
  void bindTo(MeterRegistry registry, StationLinks links) {
    behind = lag(registry, "behind");
    ahead = lag(registry, "ahead");
    for (Edition edition : Edition.values()) {
      Gauge.builder(
              "touchline.gateway.stations.connected", links, all -> all.byEdition().get(edition))
          .description("Connected stations by the edition they speak")
          .tag("edition", edition.text())
          .register(registry);
    }
    state(registry, "nameless", links, StationLinks::nameless);
    state(registry, "live", links, all -> all.heardWithin(LIVE_MILLIS));
    state(registry, "quiet", links, all -> all.stations() - all.heardWithin(LIVE_MILLIS));
  }

  private static Timer lag(MeterRegistry registry, String clock) {
    return Timer.builder("touchline.gateway.frames.lag")
        .description("Receipt less QN: the logger's clock error and the way")
        .tag("clock", clock)
        .serviceLevelObjectives(BANDS)
        .register(registry);
  }

  private static void state(
      MeterRegistry registry,
      String state,
      StationLinks links,
      ToDoubleFunction<StationLinks> count) {
    Gauge.builder("touchline.gateway.connections.state", links, count)
        .description("Connections without a station yet, and stations heard lately or not")
        .tag("state", state)
        .register(registry);
  }

  /** Counts the lag of one frame, null where it says none. */
  void lag(Long millis) {
    if (millis != null && behind != null) {
      (millis < 0 ? ahead : behind).record(Duration.ofMillis(Math.abs(millis)));
    }
  }
}
