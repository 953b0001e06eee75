package io.touchline.streams;

import io.touchline.domain.watch.GapRules;
import java.time.Duration;

/**
 * How the outlet journal is run.
 *
 * @param settle how long after its end a period without the logger's own mean is formed from its
 *     parts; what comes later revises it
 * @param lateAfter data received longer than this after the end of its period counts as backfill
 * @param quiet how long a period that is overdue anyway waits for more of its parts
 * @param hold how long a frame that cannot be read yet waits for its station's registry entry and
 *     keys, by the clock; zero where the registry is known to come first
 * @param gaps when data count as missing and how loggers are asked for them
 * @param stores where state lives
 */
public record JournalSettings(
    Duration settle,
    Duration lateAfter,
    Duration quiet,
    Duration hold,
    GapRules gaps,
    Stores stores) {

  /** So that what is published at once fits into memory. */
  private static final int MOST_OFFLINE = 20_000;

  /** Where state lives. */
  public enum Stores {
    /** RocksDB with a changelog topic: survives a restart. */
    PERSISTENT,
    /** In memory without a changelog: for an offline replay. */
    IN_MEMORY
  }

  public static JournalSettings standard() {
    return new JournalSettings(
        Duration.ofMinutes(10),
        Duration.ofHours(1),
        Duration.ofSeconds(2),
        Duration.ofMinutes(10),
        GapRules.standard(),
        Stores.PERSISTENT);
  }

  /** The same journal with other rules for what is missing. */
  public JournalSettings withGaps(GapRules others) {
    return new JournalSettings(settle, lateAfter, quiet, hold, others, stores);
  }

  /** The same journal with other patience for the end of a period and for late data. */
  public JournalSettings withTimes(Duration otherSettle, Duration otherLateAfter) {
    return new JournalSettings(otherSettle, otherLateAfter, quiet, hold, gaps, stores);
  }

  /** The same journal over input in which each outlet's entry comes before its frames. */
  public JournalSettings withoutWaiting() {
    return new JournalSettings(settle, lateAfter, quiet, Duration.ZERO, gaps, stores);
  }

  /** Whether time goes on by itself: in a replay it is what the frames say. */
  boolean hasAClock() {
    return !hold.isZero();
  }

  public JournalSettings inMemory() {
    return new JournalSettings(settle, lateAfter, quiet, hold, gaps, Stores.IN_MEMORY);
  }

  /** How many of what waits are done at a time: offline nobody waits for the next frame. */
  int atOnce(int live) {
    return stores == Stores.IN_MEMORY ? Integer.MAX_VALUE : live;
  }

  /** How much may wait for the clock. Offline it does not go on while frames come. */
  int mayWait() {
    return stores == Stores.IN_MEMORY ? MOST_OFFLINE : Integer.MAX_VALUE;
  }
}
