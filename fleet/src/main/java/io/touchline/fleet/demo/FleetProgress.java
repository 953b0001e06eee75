package io.touchline.fleet.demo;

import io.touchline.fleet.logger.DeliveryCount;

/**
 * How far the fleet is, for whoever watches it.
 *
 * @param outlets how many loggers there are
 * @param connected how many of them have a line to the centre
 * @param history periods that were due when the fleet started
 * @param historyAcknowledged how many of those are acknowledged
 * @param count of all loggers together
 */
public record FleetProgress(
    int outlets, int connected, long history, long historyAcknowledged, DeliveryCount count) {

  /** Whether the past is told and the fleet is live. */
  public boolean isLive() {
    return historyAcknowledged >= history;
  }
}
