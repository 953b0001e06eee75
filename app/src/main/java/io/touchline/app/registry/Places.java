package io.touchline.app.registry;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Regions and the enterprises in them. */
final class Places {

  private static final String REGIONS = "regions.csv";
  private static final String ENTERPRISES = "enterprises.csv";

  private Places() {}

  /** A county, prefecture or province by its GB/T 2260 code; the parent is "" at the top. */
  record Region(String code, String name, String parent) {}

  /** A pollutant discharger (排污单位). */
  record Enterprise(String code, String name, String region) {}

  static Map<String, Region> regions(RegistrySource source, Findings findings) {
    Map<String, Region> regions = new LinkedHashMap<>();
    Map<String, Row> rows = new LinkedHashMap<>();
    for (Row row : Table.read(source, REGIONS, List.of("code", "name"), findings)) {
      String code = row.required("code");
      String name = row.required("name");
      if (code == null || name == null) {
        continue;
      }
      Row earlier = rows.putIfAbsent(code, row);
      if (earlier != null) {
        findings.error(row, "code", "twice", code, Long.toString(earlier.line()));
      } else {
        regions.put(code, new Region(code, name, row.text("parent")));
      }
    }
    regions.values().forEach(region -> checkParents(region, regions, rows, findings));
    return regions;
  }

  private static void checkParents(
      Region region, Map<String, Region> regions, Map<String, Row> rows, Findings findings) {
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
  }

  static Map<String, Enterprise> enterprises(
      RegistrySource source, Map<String, Region> regions, Findings findings) {
    Map<String, Enterprise> enterprises = new LinkedHashMap<>();
    Map<String, Row> rows = new LinkedHashMap<>();
    for (Row row : Table.read(source, ENTERPRISES, List.of("code", "name", "region"), findings)) {
      String code = row.required("code");
      String name = row.required("name");
      String region = row.required("region");
      if (region != null && !regions.containsKey(region)) {
        findings.error(row, "region", "region.unknown", region);
      }
      if (code == null || name == null || region == null) {
        continue;
      }
      Row earlier = rows.putIfAbsent(code, row);
      if (earlier != null) {
        findings.error(row, "code", "twice", code, Long.toString(earlier.line()));
      } else {
        enterprises.put(code, new Enterprise(code, name, region));
      }
    }
    return enterprises;
  }
}
