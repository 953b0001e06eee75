package io.touchline.domain.watch;

import io.touchline.domain.RuleNumber;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which outlets of a region are silent. When all of them fall silent within half an hour, it is a
 * line or a power cut, and not so many factories (own choice).
 *
 * @param silentSince second of the last data of each outlet that is silent, 0 of one that is heard
 * @param toldSince second since which the region was told to be silent, 0 where it is not
 */
public record RegionPresence(SortedMap<String, Long> silentSince, long toldSince) {

  public static final RegionPresence NEW = new RegionPresence(new TreeMap<>(), 0);

  /**
   * What comes next, and what is to be told.
   *
   * @param told null where nothing is
   */
  public record Step(RegionPresence next, Silence told) {}

  /**
   * The region fell silent, or one of its outlets speaks again.
   *
   * @param to null while it is silent
   */
  public record Silence(long from, Long to, int outlets) {}

  public RegionPresence {
    silentSince = Collections.unmodifiableSortedMap(new TreeMap<>(silentSince));
  }

  /**
   * An outlet says how it stands.
   *
   * @param since second of its last data where it is silent, 0 where it is heard, null where it is
   *     no longer of this region
   * @param now second at which it says so
   */
  public Step told(String mn, Long since, long now) {
    SortedMap<String, Long> next = new TreeMap<>(silentSince);
    if (since == null) {
      next.remove(mn);
    } else {
      next.put(mn, since);
    }
    long silent = silentTogether(next).orElse(0L);
    Silence told = null;
    if (silent != 0 && toldSince == 0) {
      told = new Silence(silent, null, next.size());
    } else if (silent == 0 && toldSince != 0) {
      told = new Silence(toldSince, now, silentSince.size());
    }
    long stands = silent != 0 && toldSince != 0 ? toldSince : silent;
    return new Step(new RegionPresence(next, stands), told);
  }

  private static Optional<Long> silentTogether(SortedMap<String, Long> outlets) {
    if (outlets.size() < RuleNumber.of(RuleNumber.Name.REGION_OUTLETS)
        || outlets.containsValue(0L)) {
      return Optional.empty();
    }
    long first = Collections.min(outlets.values());
    long last = Collections.max(outlets.values());
    return last - first <= RuleNumber.of(RuleNumber.Name.REGION_SPREAD_MINUTES) * 60
        ? Optional.of(first)
        : Optional.empty();
  }
}
