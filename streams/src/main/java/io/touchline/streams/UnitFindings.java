package io.touchline.streams;

import io.touchline.contract.Json;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.QualityRecord;
import io.touchline.domain.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Units of a station's entry that do not convert to the table's, told when they come and go. */
final class UnitFindings {

  private UnitFindings() {}

  /**
   * What a changed entry brings and takes away.
   *
   * @param before null where there was no entry
   * @param after null where there is none any more
   */
  static List<QualityRecord> between(String mn, byte[] before, byte[] after, long at) {
    SortedMap<String, Unit> were = lost(before);
    SortedMap<String, Unit> are = lost(after);
    List<QualityRecord> findings = new ArrayList<>();
    Instant now = Instant.ofEpochMilli(at);
    were.forEach(
        (factor, unit) -> {
          if (!unit.equals(are.get(factor))) {
            findings.add(finding(mn, factor, unit, now, now));
          }
        });
    are.forEach(
        (factor, unit) -> {
          if (!unit.equals(were.get(factor))) {
            findings.add(finding(mn, factor, unit, now, null));
          }
        });
    return findings;
  }

  private static SortedMap<String, Unit> lost(byte[] entry) {
    SortedMap<String, Unit> lost = new TreeMap<>();
    if (entry != null) {
      StationReading.of(parse(entry), List.of())
          .units()
          .forEach(
              (factor, unit) -> {
                Unit table = InTableUnits.tableUnitOf(factor);
                if (table != null && !unit.convertsTo(table)) {
                  lost.put(factor, unit);
                }
              });
    }
    return lost;
  }

  private static QualityRecord finding(
      String mn, String factor, Unit unit, Instant from, Instant to) {
    SortedMap<String, String> evidence = new TreeMap<>();
    evidence.put("sent", unit.text());
    evidence.put("table", InTableUnits.tableUnitOf(factor).text());
    return QualityRecord.of(
        mn,
        factor,
        QualityRecord.Kind.UNIT_NOT_CONVERTIBLE,
        from,
        to,
        null,
        "sent in " + unit + ", which does not convert to the table's unit: values are kept as text",
        evidence,
        "journal");
  }

  private static OutletRecord parse(byte[] entry) {
    try {
      return Json.mapper().readValue(entry, OutletRecord.class);
    } catch (IOException e) {
      throw new UncheckedIOException("a stored profile is no longer readable", e);
    }
  }
}
