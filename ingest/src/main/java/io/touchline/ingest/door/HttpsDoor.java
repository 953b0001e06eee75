package io.touchline.ingest.door;

import io.netty.util.concurrent.Ticker;

/**
 * The HTTPS door: what all of its connections share. Netty and not the server that our pages run
 * on, so that the connections of platforms are admitted, encrypted, held up and drained by the same
 * handlers and event loops as those of loggers, and no thread waits for a body or for the broker.
 */
public final class HttpsDoor {

  private final ApiKeys keys;
  private final Exchange.Desk desk;

  public HttpsDoor(HttpsDoorSettings settings, Intake intake, DoorMeters meters, Ticker ticker) {
    this.keys = new ApiKeys(settings.platforms());
    this.desk =
        new Exchange.Desk(
            intake, new PlatformRates(settings.platforms(), ticker), settings.limits(), meters);
  }

  ApiKeys keys() {
    return keys;
  }

  Exchange.Desk desk() {
    return desk;
  }
}
