package io.touchline.app.registry;

import io.touchline.contract.TargetsRecord;
import io.touchline.domain.Decimal;
import io.touchline.domain.barometer.RegionTarget;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code targets.csv}, which may be missing: what each region may emit of a factor in a target
 * year. {@code monitored_base_t}, what the monitored outlets emitted of the base, and {@code role},
 * who is told of a change of level, may be left out. Amounts are tonnes, of energy gigawatt-hours
 * in columns that end in {@code _gwh}.
 */
final class TargetTable {

  private static final String FILE = "targets.csv";
  private static final List<String> COLUMNS =
      List.of("region", "factor", "year", "cap_t", "base_year", "base_t", "source");

  private final Findings findings;
  private final Map<String, Places.Region> regions;

  TargetTable(Findings findings, Map<String, Places.Region> regions) {
    this.findings = findings;
    this.regions = regions;
  }

  /** One record of every region, in the order of the regions. */
  List<TargetsRecord> read(RegistrySource source) {
    Map<String, List<RegionTarget>> targets = new HashMap<>();
    Map<String, Row> seen = new HashMap<>();
    for (Row row : Table.readIfThere(source, FILE, COLUMNS, findings)) {
      String region = row.required("region");
      if (region != null && !regions.containsKey(region)) {
        findings.error(row, "region", "region.unknown", region);
      }
      RegionTarget target = target(row);
      if (region == null || target == null) {
        continue;
      }
      Row earlier = seen.putIfAbsent(region + '|' + target.factor() + '|' + target.year(), row);
      if (earlier != null) {
        findings.error(row, "year", "target.twice", Long.toString(earlier.line()));
      } else {
        targets.computeIfAbsent(region, key -> new ArrayList<>()).add(target);
      }
    }
    return regions.keySet().stream()
        .map(
            code ->
                TargetsRecord.of(code, withShipped(code, targets.getOrDefault(code, List.of()))))
        .toList();
  }

  /** The file's targets, and those that ship of which it does not speak. */
  private static List<RegionTarget> withShipped(String region, List<RegionTarget> own) {
    List<RegionTarget> all = new ArrayList<>(own);
    RegionTarget.shipped(region).stream()
        .filter(
            shipped ->
                own.stream()
                    .noneMatch(
                        one ->
                            one.factor().equals(shipped.factor()) && one.year() == shipped.year()))
        .forEach(all::add);
    return all;
  }

  private RegionTarget target(Row row) {
    String factor = row.required("factor");
    Year year = year(row, "year");
    Year baseYear = year(row, "base_year");
    Decimal cap = Tonnes.of(row, factor, "cap", "target.amount", findings);
    Decimal base = Tonnes.of(row, factor, "base", "target.amount", findings);
    Decimal monitored = Tonnes.ifAny(row, factor, "monitored_base", "target.amount", findings);
    String source = row.required("source");
    if (factor == null
        || year == null
        || baseYear == null
        || cap == null
        || base == null
        || source == null) {
      return null;
    }
    if (!year.isAfter(baseYear)) {
      findings.error(row, "year", "target.order", year.toString(), baseYear.toString());
      return null;
    }
    if (monitored != null && monitored.exceeds(base)) {
      findings.warning(
          row, "monitored_base_t", "target.monitored", monitored.toString(), base.toString());
    }
    return new RegionTarget(
        factor,
        year.getValue(),
        cap,
        baseYear.getValue(),
        base,
        monitored,
        row.textOrNull("role"),
        source);
  }

  private Year year(Row row, String column) {
    String text = row.required(column);
    if (text != null && !text.matches("\\d{4}")) {
      findings.error(row, column, "target.year", text);
      return null;
    }
    return text == null ? null : Year.parse(text);
  }
}
