package io.touchline.ingest.door;

import java.util.List;

/**
 * The stations that a platform may speak for.
 *
 * @param mnPrefixes what their MN begins with, one of these; empty for any
 * @param regions GB/T 2260 codes of where they stand: 610000 holds 610100 and 610102; empty for any
 */
public record Jurisdiction(List<String> mnPrefixes, List<String> regions) {

  public static final Jurisdiction ALL = new Jurisdiction(List.of(), List.of());

  public Jurisdiction {
    mnPrefixes = List.copyOf(mnPrefixes);
    regions = List.copyOf(regions);
    for (String region : regions) {
      if (!region.matches("[1-9][0-9]{5}")) {
        throw new IllegalArgumentException(
            "region \"" + region + "\" is no GB/T 2260 code of six digits; write it as 610100");
      }
    }
    if (mnPrefixes.contains("")) {
      throw new IllegalArgumentException("an MN prefix is empty; leave it out to allow any MN");
    }
  }

  /**
   * Whether a station is among them.
   *
   * @param region its GB/T 2260 code, null where the registry does not say: then only a platform
   *     without regions may speak for it
   */
  public boolean covers(String mn, String region) {
    return (mnPrefixes.isEmpty() || mnPrefixes.stream().anyMatch(mn::startsWith))
        && (regions.isEmpty()
            || (region != null && regions.stream().anyMatch(one -> holds(one, region))));
  }

  private static boolean holds(String outer, String region) {
    int end = outer.length();
    while (end > 2 && outer.startsWith("00", end - 2)) {
      end -= 2;
    }
    return region.startsWith(outer.substring(0, end));
  }
}
