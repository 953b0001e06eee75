package io.touchline.contract;

import io.touchline.domain.code.RegionCode;

/**
 * Value of {@code regions}: one administrative region.
 *
 * @param code GB/T 2260 code, or that of an area which has none there, as a development zone
 * @param parent code of the region around it, absent at the top
 * @param level by the code; absent where the code is none of GB/T 2260
 * @param entry since when this is so and who said it; absent where the registry does not say
 */
public record RegionRecord(
    int schemaVersion,
    String code,
    String name,
    String parent,
    RegionCode.Level level,
    RegistryEntry entry) {

  public static final int SCHEMA_VERSION = 1;
}
