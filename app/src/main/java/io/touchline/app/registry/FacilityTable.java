package io.touchline.app.registry;

import io.touchline.domain.facility.Facility;
import io.touchline.hj212.Factor;
import io.touchline.hj212.FactorCatalogue;
import io.touchline.hj212.Medium;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * {@code facilities.csv}, which may be missing: what makes, treats and leads past what an outlet
 * discharges, by the codes under which its data logger tells of it.
 */
final class FacilityTable {

  private static final String FILE = "facilities.csv";
  private static final List<String> COLUMNS = List.of("mn", "code", "name", "kind", "valid_from");

  /** States and hours, electricity, conditions: what tells of a facility. */
  private static final Set<Medium> TELLING =
      Set.of(Medium.DEVICE, Medium.ELECTRICITY, Medium.CONDITION);

  private record Placed(Row row, Facility facility) {}

  private final Findings findings;
  private final Predicate<String> mentioned;
  private final FactorCatalogue catalogue = FactorCatalogue.standard();
  private final Map<List<String>, List<Placed>> seen = new HashMap<>();

  /**
   * A reader of facilities.
   *
   * @param mentioned whether the registry has an outlet of that MN at all
   */
  FacilityTable(Findings findings, Predicate<String> mentioned) {
    this.findings = findings;
    this.mentioned = mentioned;
  }

  /** By MN, in the order of the file. */
  Map<String, List<Facility>> read(RegistrySource source) {
    Map<String, List<Facility>> facilities = new HashMap<>();
    for (Row row : Table.readIfThere(source, FILE, COLUMNS, findings)) {
      String mn = row.required("mn");
      if (mn != null && !mentioned.test(mn)) {
        findings.error(row, "mn", "channel.outlet", mn);
      }
      Facility facility = facility(row);
      if (mn != null && facility != null && !isTwice(row, mn, facility)) {
        facilities.computeIfAbsent(mn, key -> new ArrayList<>()).add(facility);
      }
    }
    return facilities;
  }

  private Facility facility(Row row) {
    String code = row.required("code");
    if (code != null && !tells(code)) {
      findings.warning(row, "code", "facility.code", code);
    }
    String name = row.required("name");
    Facility.Kind kind = row.requiredOneOf("kind", Facility.Kind.class);
    LocalDate from = row.requiredDate("valid_from");
    LocalDate to = row.date("valid_to");
    row.checkOrder(from, to);
    return code == null || name == null || kind == null || from == null
        ? null
        : new Facility(code, name, kind, from, to);
  }

  private boolean tells(String code) {
    Optional<Factor> known = catalogue.find(code).or(() -> catalogue.familyOf(code));
    return known.filter(factor -> TELLING.contains(factor.medium())).isPresent();
  }

  /** One code is one facility at a time. */
  private boolean isTwice(Row row, String mn, Facility facility) {
    List<Placed> same =
        seen.computeIfAbsent(List.of(mn, facility.code()), key -> new ArrayList<>());
    Optional<Placed> earlier =
        same.stream().filter(placed -> overlap(placed.facility(), facility)).findFirst();
    earlier.ifPresent(
        placed ->
            findings.error(
                row,
                "code",
                "facility.twice",
                facility.code(),
                Long.toString(placed.row().line())));
    same.add(new Placed(row, facility));
    return earlier.isPresent();
  }

  private static boolean overlap(Facility one, Facility other) {
    return !endsBefore(one, other.validFrom()) && !endsBefore(other, one.validFrom());
  }

  private static boolean endsBefore(Facility facility, LocalDate day) {
    return facility.validTo() != null && facility.validTo().isBefore(day);
  }
}
