package io.touchline.contract;

import io.touchline.domain.totals.Scope;
import io.touchline.domain.totals.TotalPeriod;
import java.time.Instant;
import java.util.List;

/**
 * Value of topic {@link Topics#massShares()}: what one outlet adds to the sums of one scope above
 * it, as it stands now. A later share of the same outlet and sum takes its place.
 */
public record MassShareRecord(
    int schemaVersion, Scope.Kind scope, String id, String mn, List<Share> shares) {

  public static final int SCHEMA_VERSION = 1;

  /**
   * What it adds to one sum of a day, month, quarter or year; twelve months in a row are added up
   * from the months of the scope.
   *
   * @param massMg absent where the outlet belongs to that scope no longer
   */
  public record Share(
      String factor, TotalPeriod period, Instant start, Long massMg, Long substitutedMg) {}

  /** Key of the topic, so that all of a scope meet: {@code REGION|630100}. */
  public String key() {
    return scope.name() + '|' + id;
  }
}
