package io.touchline.ingest.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.netty.util.concurrent.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Who has failed too often to be believed for a while. The first lock is short, each further one
 * twice as long as the one before; what fails during a lock does not lengthen it, so that a sender
 * which goes on as before is believed soon after it is put right. A success outside of a lock
 * forgets all failures. Thread-safe.
 */
public final class LockOuts<K> {

  /**
   * When somebody is locked out.
   *
   * @param failures so many without a success between them lock
   * @param first the first lock
   * @param longest no lock is longer, and failures older than this after a lock are forgotten
   */
  public record Rule(int failures, Duration first, Duration longest) {
    public Rule {
      if (failures < 1) {
        throw new IllegalArgumentException("a lock-out needs at least 1 failure: " + failures);
      }
      if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
        throw new IllegalArgumentException(
            "the first lock is longer than nothing and not longer than the longest: "
                + first
                + ", "
                + longest);
      }
    }

    /** Length of the n-th lock in a row, from 1. */
    Duration lock(int nth) {
      Duration lock = first;
      for (int i = 1; i < nth && lock.compareTo(longest) < 0; i++) {
        lock = lock.plus(lock);
      }
      return lock.compareTo(longest) < 0 ? lock : longest;
    }
  }

  private record Standing(int failures, int locks, long lockedUntil) {}

  private final Rule rule;
  private final Ticker ticker;
  private final Cache<K, Standing> standings;

  public LockOuts(Rule rule, int remembered, Ticker ticker) {
    this.rule = rule;
    this.ticker = ticker;
    this.standings =
        Caffeine.newBuilder()
            .maximumSize(remembered)
            .ticker(ticker::nanoTime)
            .executor(Runnable::run)
            .expireAfterWrite(rule.longest().multipliedBy(2))
            .build();
  }

  public boolean isLocked(K who) {
    return isLocked(standings.getIfPresent(who), ticker.nanoTime());
  }

  /** Takes note of a failure; true when it is the one that locks. */
  public boolean failed(K who) {
    long now = ticker.nanoTime();
    AtomicBoolean locks = new AtomicBoolean();
    standings
        .asMap()
        .compute(
            who,
            (key, standing) -> {
              if (isLocked(standing, now)) {
                return standing;
              }
              Standing next = next(standing, now);
              locks.set(isLocked(next, now));
              return next;
            });
    return locks.get();
  }

  private Standing next(Standing before, long now) {
    int failures = before == null ? 1 : before.failures + 1;
    int locks = before == null ? 0 : before.locks;
    if (failures < rule.failures()) {
      return new Standing(failures, locks, now);
    }
    // One failure less than a lock needs is kept: the first one after the lock locks again.
    return new Standing(rule.failures() - 1, locks + 1, now + rule.lock(locks + 1).toNanos());
  }

  /** Takes note of a success, which during a lock is none. */
  public void succeeded(K who) {
    long now = ticker.nanoTime();
    // Looked up first: the usual case is that there is nothing to forget, and it takes no lock.
    if (standings.getIfPresent(who) != null) {
      standings
          .asMap()
          .computeIfPresent(who, (key, standing) -> isLocked(standing, now) ? standing : null);
    }
  }

  private static boolean isLocked(Standing standing, long now) {
    return standing != null && standing.lockedUntil - now > 0;
  }

  long remembered() {
    standings.cleanUp();
    return standings.estimatedSize();
  }
}
