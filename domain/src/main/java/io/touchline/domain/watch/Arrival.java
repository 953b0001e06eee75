package io.touchline.domain.watch;

import java.time.Instant;

/**
 * An accepted frame of a station, as far as its arrival goes.
 *
 * @param receivedAt when the gateway had it; this is "now"
 * @param level null for whatever is owed by no timetable: real-time data, heartbeats, answers
 * @param at start of the period it speaks of, null where it carries no data
 * @param dataTime its DataTime as sent, null where it has none
 * @param sentAt its QN, null where it has none that is a time
 * @param resent whether the logger says that it sends it late (RF=1)
 * @param resends whether the station's edition makes it resend by itself
 * @param part which part of a split packet, 0 where it is none
 * @param parts how many parts that packet has
 */
public record Arrival(
    Instant receivedAt,
    DataLevel level,
    Instant at,
    Instant dataTime,
    Instant sentAt,
    boolean resent,
    boolean resends,
    int part,
    int parts) {

  long now() {
    return receivedAt.getEpochSecond();
  }

  int minute() {
    return (int) Math.floorDiv(at.getEpochSecond(), 60L);
  }

  boolean isPart() {
    return dataTime != null
        && parts > 1
        && parts <= SplitPacket.MOST_PARTS
        && part >= 1
        && part <= parts;
  }

  /**
   * Whether its QN tells of the clock: sent by itself, about what has just happened. A receipt that
   * is the DataTime itself is none: frames of old whose receipt nobody noted are replayed so.
   */
  boolean showsClock(boolean asked) {
    return sentAt != null
        && dataTime != null
        && !resent
        && !asked
        && !receivedAt.equals(dataTime)
        && sentAt.getEpochSecond() - dataTime.getEpochSecond() <= longestDelay();
  }

  ClockWatch.Sample clockSample() {
    long received = receivedAt.toEpochMilli();
    return new ClockWatch.Sample(received, sentAt.toEpochMilli() - received);
  }

  /** From the DataTime of a live upload to its sending: its period, and an hour. */
  private long longestDelay() {
    long period = level == DataLevel.DAY ? 86_400 : level == DataLevel.HOUR ? 3600 : 0;
    return period + 3600;
  }
}
