package io.touchline.portal.page;

import io.touchline.domain.code.RegionCode;
import io.touchline.portal.read.RegionsTable;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which region lies in which: as the registry says, else as the codes of GB/T 2260 do. Regions that
 * nobody registered are in it where something is known of them.
 */
final class RegionTree {

  private final SortedMap<String, RegionsTable.Region> named = new TreeMap<>();
  private final Set<String> codes = new TreeSet<>();

  /**
   * A tree.
   *
   * @param summed codes of regions that have a sum
   */
  RegionTree(List<RegionsTable.Region> named, Collection<String> summed) {
    named.forEach(region -> this.named.put(region.code(), region));
    Deque<String> open = new ArrayDeque<>(this.named.keySet());
    open.addAll(summed);
    while (!open.isEmpty()) {
      String code = open.pop();
      if (codes.add(code)) {
        above(code).ifPresent(open::push);
      }
    }
  }

  boolean has(String code) {
    return codes.contains(code);
  }

  /** What a region lies in; empty at the top. */
  private Optional<String> above(String code) {
    RegionsTable.Region region = named.get(code);
    if (region != null && region.parent() != null) {
      return Optional.of(region.parent());
    }
    return RegionCode.hasForm(code)
        ? new RegionCode(code).parents().stream().max(Comparator.naturalOrder())
        : Optional.empty();
  }

  /**
   * Regions right within another.
   *
   * @param code null for those at the top
   */
  List<RegionPage.Place> within(String code) {
    return codes.stream()
        .filter(RegionCode::hasForm)
        .filter(inner -> Objects.equals(above(inner).orElse(null), code))
        .map(this::place)
        .toList();
  }

  /** From the top down to a region, itself the last. */
  List<RegionPage.Place> path(String code) {
    Deque<RegionPage.Place> path = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    for (String at = code; at != null && seen.add(at); at = above(at).orElse(null)) {
      path.push(place(at));
    }
    return List.copyOf(path);
  }

  private RegionPage.Place place(String code) {
    RegionsTable.Region region = named.get(code);
    return new RegionPage.Place(code, region == null ? null : region.name());
  }
}
