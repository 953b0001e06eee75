package io.touchline.app.registry;

import io.touchline.app.registry.Places.Enterprise;
import io.touchline.app.registry.Places.Region;
import io.touchline.contract.EnterpriseRecord;
import io.touchline.contract.EnterpriseRecord.Spared;
import io.touchline.domain.code.CreditCode;
import io.touchline.domain.code.SectorCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code enterprises.csv}: the pollutant dischargers. */
final class EnterpriseTable {

  private static final String FILE = "enterprises.csv";

  /** Shorter codes are what an authority numbers by itself; longer ones mean to be credit codes. */
  private static final int SHORTEST_MEANT = 15;

  private final Findings findings;
  private final Map<String, Region> regions;
  private final Map<String, Row> rows = new LinkedHashMap<>();

  EnterpriseTable(Findings findings, Map<String, Region> regions) {
    this.findings = findings;
    this.regions = regions;
  }

  /** By code, in the order of the file. */
  Map<String, Enterprise> read(RegistrySource source) {
    Map<String, Enterprise> enterprises = new LinkedHashMap<>();
    for (Row row : Table.read(source, FILE, List.of("code", "name", "region"), findings)) {
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
        checkCode(row, code);
        enterprises.put(code, new Enterprise(record(row, code, name, region)));
      }
    }
    return enterprises;
  }

  private EnterpriseRecord record(Row row, String code, String name, String region) {
    List<Spared> spared = spared(row);
    return new EnterpriseRecord(
        EnterpriseRecord.SCHEMA_VERSION,
        code,
        name,
        region,
        sector(row),
        row.textOrNull("category"),
        spared.isEmpty() ? null : spared,
        null,
        EntryColumns.read(row));
  }

  /** A warning and no error: whoever prints a wrong code discharges all the same. */
  private void checkCode(Row row, String code) {
    if (code.length() < SHORTEST_MEANT) {
      return;
    }
    if (!CreditCode.hasForm(code)) {
      findings.warning(row, "code", "enterprise.code", code);
    } else if (CreditCode.check(code) != code.charAt(CreditCode.LENGTH - 1)) {
      findings.warning(
          row, "code", "enterprise.check", code, Character.toString(CreditCode.check(code)));
    }
  }

  private String sector(Row row) {
    String sector = row.textOrNull("sector");
    if (sector != null && sector.matches("[A-Za-z0-9].*") && SectorCode.of(sector) == null) {
      findings.warning(row, "sector", "enterprise.sector", sector);
    }
    return sector;
  }

  private List<Spared> spared(Row row) {
    List<Spared> spared = new ArrayList<>();
    for (String cell : row.list("may_be_spared")) {
      String name = cell.toUpperCase(Locale.ROOT);
      if (Arrays.stream(Spared.values()).anyMatch(known -> known.name().equals(name))) {
        spared.add(Spared.valueOf(name));
      } else {
        String known = String.join(", ", Arrays.stream(Spared.values()).map(Enum::name).toList());
        findings.error(row, "may_be_spared", "choice", cell, known);
      }
    }
    return spared;
  }
}
