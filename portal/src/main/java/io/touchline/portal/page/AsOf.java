package io.touchline.portal.page;

import io.touchline.alerts.Progress;
import java.time.Duration;
import java.time.Instant;

/**
 * How fresh a page is.
 *
 * @param at everything published until then is on the page; null before the first time
 * @param behind records published but not on the page yet
 * @param lateSeconds how long ago {@code at} was
 */
public record AsOf(Instant at, long behind, long lateSeconds, boolean stale) {

  private static final Duration FRESH = Duration.ofSeconds(15);

  public static AsOf of(Progress progress, Instant now) {
    Instant at = progress.asOf().orElse(null);
    Duration late = at == null ? Duration.ZERO : Duration.between(at, now);
    boolean stale = at == null || late.compareTo(FRESH) > 0;
    return new AsOf(at, progress.lag(), late.toSeconds(), stale);
  }
}
