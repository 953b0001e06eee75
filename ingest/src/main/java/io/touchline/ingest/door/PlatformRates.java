package io.touchline.ingest.door;

import io.netty.util.concurrent.Ticker;
import io.touchline.ingest.limit.Allowances;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What each platform has used of its allowances, over all its connections. Thread-safe. */
final class PlatformRates {

  private record Rates(Allowances<Platform> lines, Allowances<Platform> quarantine) {}

  private final Map<Platform, Rates> rates = new HashMap<>();

  PlatformRates(List<Platform> platforms, Ticker ticker) {
    for (Platform platform : platforms) {
      rates.put(
          platform,
          new Rates(
              new Allowances<>(platform.lines(), 1, ticker),
              new Allowances<>(platform.quarantine(), 1, ticker)));
    }
  }

  /**
   * How long the platform has to wait before its next request, in nanoseconds; 0 for not at all.
   */
  long wait(Platform platform) {
    Rates used = rates.get(platform);
    return Math.max(used.lines.wait(platform), used.quarantine.wait(platform));
  }

  void line(Platform platform) {
    rates.get(platform).lines.use(platform, 1);
  }

  void quarantined(Platform platform, int bytes) {
    rates.get(platform).quarantine.use(platform, bytes);
  }
}
