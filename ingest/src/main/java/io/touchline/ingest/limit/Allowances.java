package io.touchline.ingest.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.netty.util.concurrent.Ticker;
import java.time.Duration;

/**
 * One {@link Allowance} for each of many. What was used is never refused afterwards: who used more
 * than allowed is told how long to wait until it has come back, so over time nobody gets more than
 * the rate. Thread-safe.
 *
 * <p>Kept for each is one number, the moment at which all will have come back; past it the entry is
 * forgotten. When there are more than can be remembered, those least used are forgotten first.
 */
public final class Allowances<K> {

  private final Allowance allowance;
  private final Ticker ticker;
  private final Cache<K, Long> wholeAgainAt;

  public Allowances(Allowance allowance, int remembered, Ticker ticker) {
    this.allowance = allowance;
    this.ticker = ticker;
    this.wholeAgainAt =
        Caffeine.newBuilder()
            .maximumSize(remembered)
            .ticker(ticker::nanoTime)
            .executor(Runnable::run)
            .expireAfter(Expiry.<K, Long>writing((key, at) -> rest(at)))
            .build();
  }

  private Duration rest(long wholeAgainAt) {
    return Duration.ofNanos(Math.max(1, wholeAgainAt - ticker.nanoTime()));
  }

  /** Takes note of a use. The answer is how long to wait before the next, 0 for not at all. */
  public long use(K who, long amount) {
    long now = ticker.nanoTime();
    long cost = allowance.nanosFor(amount);
    long at =
        wholeAgainAt.asMap().merge(who, now + cost, (before, ignored) -> later(before, now) + cost);
    return wait(at, now);
  }

  /** How long to wait now, 0 for not at all. */
  public long wait(K who) {
    long now = ticker.nanoTime();
    Long at = wholeAgainAt.getIfPresent(who);
    return at == null ? 0 : wait(at, now);
  }

  private long wait(long at, long now) {
    return Math.max(0, at - now - allowance.burstNanos());
  }

  private static long later(long one, long other) {
    return one - other > 0 ? one : other;
  }

  long remembered() {
    wholeAgainAt.cleanUp();
    return wholeAgainAt.estimatedSize();
  }
}
