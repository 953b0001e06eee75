package io.touchline.contract;

import io.touchline.domain.ChinaTime;
import io.touchline.domain.totals.Scope;
import io.touchline.domain.totals.TotalPeriod;
import java.time.Instant;

/**
 * Value of topic {@link Topics#massShares()}: what one outlet adds to a sum above it, as it stands
 * now. A later one of the same outlet and sum takes its place.
 *
 * @param massMg absent where the outlet belongs to that scope no longer
 * @param permittedMg what the enterprise's permits say of such a period, absent where nothing
 */
public record MassShareRecord(
    int schemaVersion,
    Scope.Kind scope,
    String id,
    String mn,
    String factor,
    TotalPeriod period,
    Instant start,
    Long massMg,
    Long substitutedMg,
    Long permittedMg) {

  public static final int SCHEMA_VERSION = 1;

  /** Key of the topic, so that all of a scope meet: {@code REGION|630100}. */
  public String key() {
    return scope.name() + '|' + id;
  }

  /** Names the sum. */
  public String sum() {
    return String.join("|", key(), factor, period.name(), ChinaTime.format(start));
  }
}
