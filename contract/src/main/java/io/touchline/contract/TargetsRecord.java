package io.touchline.contract;

import io.touchline.domain.barometer.RegionTarget;
import io.touchline.domain.totals.Scope;
import java.util.List;

/**
 * Value of topic {@link Topics#targets()}: what one region may emit, all its targets; a later one
 * takes its place.
 *
 * @param region GB/T 2260 code
 * @param targets empty where there is none any more
 */
public record TargetsRecord(int schemaVersion, String region, List<RegionTarget> targets) {

  public static final int SCHEMA_VERSION = 1;

  public static TargetsRecord of(String region, List<RegionTarget> targets) {
    return new TargetsRecord(SCHEMA_VERSION, region, List.copyOf(targets));
  }

  /** Key of the topic, that of the region's shares of mass: {@code REGION|630000}. */
  public String key() {
    return new Scope(Scope.Kind.REGION, region).text();
  }
}
