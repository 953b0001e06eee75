package io.touchline.fleet.demo;

import io.touchline.fleet.logger.DeliverySettings;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What the fleet is told.
 *
 * @param centre gateway to send to
 * @param directory where the file that remembers how far each logger got is kept; made if absent
 * @param history how many whole days before today are sent before live
 * @param seed of the series: another seed, another fleet's past
 * @param delivery window and patience of each logger
 * @param farewell how long {@code stop} waits for the answers that are still out
 */
public record FleetSettings(
    InetSocketAddress centre,
    Path directory,
    int history,
    long seed,
    DeliverySettings delivery,
    Duration farewell) {

  /** Three days of history, 64 uploads unacknowledged per logger. */
  public static FleetSettings of(InetSocketAddress centre, Path directory) {
    return new FleetSettings(
        centre,
        directory,
        3,
        20260101,
        DeliverySettings.STANDARD.withWindow(64),
        Duration.ofSeconds(5));
  }

  public FleetSettings withHistory(int days) {
    return new FleetSettings(centre, directory, days, seed, delivery, farewell);
  }

  public FleetSettings withDelivery(DeliverySettings changed) {
    return new FleetSettings(centre, directory, history, seed, changed, farewell);
  }

  public FleetSettings withFarewell(Duration changed) {
    return new FleetSettings(centre, directory, history, seed, delivery, changed);
  }
}
