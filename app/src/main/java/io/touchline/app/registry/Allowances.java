package io.touchline.app.registry;

import io.touchline.contract.PermitsRecord;
import io.touchline.contract.TargetsRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What may be emitted: by each enterprise, and in each region.
 *
 * @param permits one of every enterprise of the registry, empty where nothing is permitted
 * @param targets one of every region of the registry, empty where there is no target
 */
public record Allowances(List<PermitsRecord> permits, List<TargetsRecord> targets) {

  public static final Allowances NONE = new Allowances(List.of(), List.of());

  /**
   * Those that say something: where nothing is permitted and nothing ever was, there is nothing to
   * say.
   *
   * @param enterprises keys of what was said of enterprises before, {@code regions} of regions
   */
  public Allowances saying(Set<String> enterprises, Set<String> regions) {
    return new Allowances(
        permits.stream()
            .filter(each -> !each.amounts().isEmpty() || enterprises.contains(each.key()))
            .toList(),
        targets.stream()
            .filter(each -> !each.targets().isEmpty() || regions.contains(each.key()))
            .toList());
  }

  /** These and another registry's, which count where both speak of one enterprise or region. */
  public Allowances with(Allowances others) {
    Map<String, PermitsRecord> byEnterprise = new LinkedHashMap<>();
    permits.forEach(record -> byEnterprise.put(record.key(), record));
    others.permits.forEach(record -> byEnterprise.put(record.key(), record));
    Map<String, TargetsRecord> byRegion = new LinkedHashMap<>();
    targets.forEach(record -> byRegion.put(record.key(), record));
    others.targets.forEach(record -> byRegion.put(record.key(), record));
    return new Allowances(
        new ArrayList<>(byEnterprise.values()), new ArrayList<>(byRegion.values()));
  }
}
