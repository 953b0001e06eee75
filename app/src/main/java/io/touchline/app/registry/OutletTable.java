package io.touchline.app.registry;

import io.touchline.app.registry.Places.Enterprise;
import io.touchline.app.registry.Places.Region;
import io.touchline.contract.Installation;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.StationDialect;
import io.touchline.domain.Decimal;
import io.touchline.domain.ExemptHours;
import io.touchline.domain.MarkUse;
import io.touchline.domain.Medium;
import io.touchline.domain.OutletProfile.Judge;
import io.touchline.domain.code.OutletCode;
import io.touchline.domain.code.SectorCode;
import io.touchline.hj212.Edition;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code outlets.csv}: outlets with their data loggers, without limits. */
final class OutletTable {

  private static final String FILE = "outlets.csv";
  private static final List<String> COLUMNS =
      List.of("mn", "code", "name", "enterprise", "medium", "valid_from");
  private static final Decimal OXYGEN_OF_AIR = Decimal.of("21");

  private final Findings findings;
  private final Map<String, Enterprise> enterprises;
  private final Map<String, Region> regions;
  private final DialectColumns dialects;
  private final StandardColumns standards;
  private final Map<String, Row> byMn = new HashMap<>();
  private final Map<String, Row> byCode = new HashMap<>();

  OutletTable(Findings findings, Map<String, Enterprise> enterprises, Map<String, Region> regions) {
    this.findings = findings;
    this.enterprises = enterprises;
    this.regions = regions;
    this.dialects = new DialectColumns(findings);
    this.standards = new StandardColumns(findings);
  }

  /** By MN, in the order of the file. */
  Map<String, OutletRecord> read(RegistrySource source) {
    Map<String, OutletRecord> outlets = new LinkedHashMap<>();
    for (Row row : Table.read(source, FILE, COLUMNS, findings)) {
      OutletRecord outlet = outlet(row);
      if (outlet != null) {
        outlets.put(outlet.mn(), outlet);
      }
    }
    return outlets;
  }

  /** Whether the file speaks of the MN, be it on a line with a fault. */
  boolean mentions(String mn) {
    return byMn.containsKey(mn);
  }

  /** What the standards say of the outlets, after {@link #read}. */
  StandardColumns standards() {
    return standards;
  }

  private OutletRecord outlet(Row row) {
    String mn = mn(row);
    String code = row.required("code");
    String name = row.required("name");
    Enterprise enterprise = enterprise(row);
    Medium medium = row.requiredOneOf("medium", Medium.class);
    Decimal referenceOxygen = referenceOxygen(row, medium);
    Integer minuteInterval = minuteInterval(row);
    Judge judge = row.oneOf("judge", Judge.class, Judge.REPORTED);
    String edition = edition(row);
    StationDialect dialect = dialects.read(row, edition);
    Installation installation = installation(row);
    checkCode(row, code, medium);
    LocalDate from = row.requiredDate("valid_from");
    LocalDate to = row.date("valid_to");
    row.checkOrder(from, to);
    if (enterprise != null && code != null) {
      Row earlier = byCode.putIfAbsent(enterprise.code() + '\n' + code, row);
      if (earlier != null) {
        findings.warning(row, "code", "outlet.code", code, Long.toString(earlier.line()));
      }
    }
    if (mn == null || enterprise == null || medium == null) {
      return null;
    }
    standards.read(row, mn, enterprise.region());
    Region region = regions.get(enterprise.region());
    return new OutletRecord(
        OutletRecord.SCHEMA_VERSION,
        mn,
        code,
        name,
        enterprise.code(),
        enterprise.name(),
        enterprise.region(),
        region == null ? null : region.name(),
        medium,
        row.textOrNull("facility"),
        referenceOxygen,
        minuteInterval,
        judge,
        edition,
        row.textOrNull("password"),
        from,
        to,
        List.of(),
        dialect,
        row.oneOf("marks", MarkUse.class, null),
        null,
        exemption(row),
        null,
        installation,
        SectorCode.of(enterprise.record().sector()));
  }

  private String exemption(Row row) {
    String regime = row.textOrNull("exemption");
    if (regime != null && !ExemptHours.regimes().contains(regime)) {
      findings.error(row, "exemption", "choice", regime, String.join(", ", ExemptHours.regimes()));
      return null;
    }
    return regime;
  }

  private String mn(Row row) {
    String mn = row.required("mn");
    if (mn == null) {
      return null;
    }
    boolean sendable =
        mn.length() <= 64 && mn.chars().allMatch(c -> c > ' ' && c < 0x7F && c != ';' && c != '|');
    if (!sendable) {
      findings.error(row, "mn", "outlet.mn", mn);
      return null;
    }
    Row earlier = byMn.putIfAbsent(mn, row);
    if (earlier != null) {
      findings.error(row, "mn", "outlet.twice", mn, Long.toString(earlier.line()));
      return null;
    }
    return mn;
  }

  private Enterprise enterprise(Row row) {
    String code = row.required("enterprise");
    if (code != null && !enterprises.containsKey(code)) {
      findings.error(row, "enterprise", "enterprise.unknown", code);
    }
    return code == null ? null : enterprises.get(code);
  }

  private Decimal referenceOxygen(Row row, Medium medium) {
    Decimal oxygen = row.decimal("reference_oxygen");
    if (oxygen == null) {
      return null;
    }
    if (oxygen.isNegative() || oxygen.compareTo(OXYGEN_OF_AIR) >= 0) {
      findings.error(row, "reference_oxygen", "outlet.oxygen", oxygen.toString());
      return null;
    }
    if (medium == Medium.WATER) {
      findings.warning(row, "reference_oxygen", "outlet.oxygen.water");
    }
    return oxygen;
  }

  /**
   * A further column: minutes between minute uploads, a divisor of the hour (HJ 212-2017 tab. 1).
   */
  private Integer minuteInterval(Row row) {
    Decimal minutes = row.decimal("minute_interval");
    if (minutes == null) {
      return null;
    }
    String text = minutes.toString();
    if (List.of("1", "2", "3", "4", "5", "6", "10", "12", "15", "20", "30").contains(text)) {
      return Integer.valueOf(text);
    }
    findings.error(row, "minute_interval", "outlet.interval", text);
    return null;
  }

  /** Null where nothing of it is registered; detection limits stand in {@code channels.csv}. */
  private Installation installation(Row row) {
    Decimal area = positive(row, "stack_area", "outlet.area");
    Decimal coefficient = positive(row, "velocity_coefficient", "outlet.coefficient");
    return area == null && coefficient == null ? null : new Installation(area, coefficient, null);
  }

  private Decimal positive(Row row, String column, String key) {
    Decimal number = row.decimal(column);
    if (number != null && number.number().signum() <= 0) {
      findings.error(row, column, key, number.toString());
      return null;
    }
    return number;
  }

  private void checkCode(Row row, String code, Medium medium) {
    if (code == null || medium == Medium.ENERGY) {
      return; // a meter is in no permit: whoever registers it numbers it
    }
    if (!OutletCode.hasForm(code)) {
      findings.warning(row, "code", "outlet.form", code);
    } else if (medium != null && !OutletCode.isOf(medium, code)) {
      findings.warning(row, "code", "outlet.medium", code, medium);
    }
  }

  private String edition(Row row) {
    String edition = row.textOrNull("edition");
    if (edition != null
        && Arrays.stream(Edition.values()).noneMatch(known -> known.text().equals(edition))) {
      findings.error(row, "edition", "choice", edition, "2005, 2017, 2025");
    }
    return edition;
  }
}
