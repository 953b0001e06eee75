package io.touchline.fleet.demo;

import io.touchline.fleet.logger.DeliveryCount;

/**
 * What a stopped fleet did in this run. Frames on the wire = {@code sent + resent + garbled}.
 *
 * @param outlets how many loggers there were
 * @param sent distinct uploads; each part of a split one counts
 * @param resent frames sent again
 * @param acknowledged uploads whose 9014 came
 * @param waiting uploads handed over and not acknowledged; the next run sends them
 * @param garbled frames damaged on purpose
 * @param reconnects connections made after each logger's first
 */
public record FleetReport(
    int outlets,
    long sent,
    long resent,
    long acknowledged,
    long waiting,
    long garbled,
    long reconnects) {

  static FleetReport of(int outlets, DeliveryCount count) {
    return new FleetReport(
        outlets,
        count.sent(),
        count.resent(),
        count.acknowledged(),
        count.waiting(),
        count.garbled(),
        count.reconnects());
  }
}
