package io.touchline.app.registry;

import io.touchline.app.registry.Places.Region;
import io.touchline.contract.RegionRecord;
import io.touchline.domain.code.RegionCode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code regions.csv}: the tree of administrative regions. */
final class RegionTable {

  private static final String FILE = "regions.csv";

  private final Findings findings;
  private final Map<String, Region> regions = new LinkedHashMap<>();
  private final Map<String, Row> rows = new LinkedHashMap<>();

  RegionTable(Findings findings) {
    this.findings = findings;
  }

  /** By code, in the order of the file. */
  Map<String, Region> read(RegistrySource source) {
    for (Row row : Table.read(source, FILE, List.of("code", "name"), findings)) {
      String code = row.required("code");
      String name = row.required("name");
      if (code == null || name == null) {
        continue;
      }
      Row earlier = rows.putIfAbsent(code, row);
      if (earlier != null) {
        findings.error(row, "code", "twice", code, Long.toString(earlier.line()));
      } else {
        regions.put(code, region(row, code, name));
      }
    }
    regions.values().forEach(this::checkParents);
    return regions;
  }

  private static Region region(Row row, String code, String name) {
    return new Region(
        new RegionRecord(
            RegionRecord.SCHEMA_VERSION,
            code,
            name,
            row.textOrNull("parent"),
            RegionCode.hasForm(code) ? new RegionCode(code).level() : null,
            EntryColumns.read(row)));
  }

  private void checkParents(Region region) {
    Row row = rows.get(region.code());
    if (!region.parent().isEmpty() && !regions.containsKey(region.parent())) {
      findings.error(row, "parent", "region.unknown", region.parent());
      return;
    }
    Set<String> above = new HashSet<>();
    for (Region at = region; at != null; at = regions.get(at.parent())) {
      if (!above.add(at.code())) {
        findings.error(row, "parent", "region.circle", region.code());
        return;
      }
    }
    checkCode(region, row);
  }

  /** Sums go up along the parents: a wrong one adds a county to another prefecture. */
  private void checkCode(Region region, Row row) {
    if (!RegionCode.hasForm(region.code())) {
      findings.warning(row, "code", "region.code", region.code());
      return;
    }
    RegionCode code = new RegionCode(region.code());
    Set<String> parents = code.parents();
    if (region.parent().isEmpty()) {
      parents.stream()
          .filter(regions::containsKey)
          .findFirst()
          .ifPresent(
              parent -> findings.warning(row, "parent", "region.orphan", region.code(), parent));
    } else if (!parents.contains(region.parent())) {
      findings.error(
          row,
          "parent",
          parents.isEmpty() ? "region.top" : "region.parent",
          region.code(),
          region.parent(),
          String.join(" / ", parents.stream().sorted().toList()));
    }
  }
}
