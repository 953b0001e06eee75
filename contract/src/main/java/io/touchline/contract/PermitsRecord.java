package io.touchline.contract;

import io.touchline.domain.totals.PermittedAmount;
import io.touchline.domain.totals.Scope;
import java.util.List;

/**
 * Value of topic {@link Topics#permits()}: what the permits, trades and special periods let one
 * enterprise emit, all of it; a later one takes its place.
 *
 * @param enterprise credit code
 * @param amounts empty where nothing is registered any more
 */
public record PermitsRecord(int schemaVersion, String enterprise, List<PermittedAmount> amounts) {

  public static final int SCHEMA_VERSION = 1;

  public static PermitsRecord of(String enterprise, List<PermittedAmount> amounts) {
    return new PermitsRecord(SCHEMA_VERSION, enterprise, List.copyOf(amounts));
  }

  /** Key of the topic, that of the enterprise's shares of mass: {@code ENTERPRISE|code}. */
  public String key() {
    return new Scope(Scope.Kind.ENTERPRISE, enterprise).text();
  }
}
