package io.touchline.app.registry;

import io.touchline.contract.OutletRecord;
import io.touchline.domain.regulation.LimitCandidate;
import io.touchline.domain.regulation.RegulatedFacility;
import io.touchline.domain.regulation.StandardLimit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Further columns of {@code outlets.csv}: as what the standards regulate an outlet ({@code
 * regulated_as}), and which of their rows that nobody has verified an officer adopted for it
 * ({@code adopts}, {@code adopted_by}).
 */
final class StandardColumns {

  private final Findings findings;
  private final Map<String, Regulated> byMn = new HashMap<>();

  /**
   * What the standards say of one outlet.
   *
   * @param rows all of them, those too that may not judge
   * @param declared whether the registry says so; else its facility only bears the name, and no row
   *     judges
   */
  private record Regulated(List<LimitCandidate> rows, boolean declared) {}

  StandardColumns(Findings findings) {
    this.findings = findings;
  }

  /**
   * Reads the columns of one outlet.
   *
   * @param region GB/T 2260 code of the place where it stands
   */
  void read(Row row, String mn, String region) {
    String named = row.textOrNull("regulated_as");
    Optional<RegulatedFacility> facility =
        RegulatedFacility.named(named == null ? row.text("facility") : named);
    if (named != null && facility.isEmpty()) {
      String known =
          RegulatedFacility.all().stream()
              .map(each -> each.code() + ' ' + each.chinese())
              .collect(Collectors.joining(", "));
      findings.error(row, "regulated_as", "choice", named, known);
    }
    Set<String> adopted = Set.copyOf(row.list("adopts"));
    if (!adopted.isEmpty() && row.required("adopted_by") != null && named == null) {
      findings.error(row, "regulated_as", "standard.facility");
    }
    facility.ifPresent(found -> keep(row, mn, region, found, adopted, named != null));
  }

  private void keep(
      Row row,
      String mn,
      String region,
      RegulatedFacility facility,
      Set<String> adopted,
      boolean declared) {
    List<StandardLimit> rows = StandardLimit.of(facility, region);
    Set<String> known =
        rows.stream()
            .flatMap(each -> Stream.of(each.limit().source(), each.name()))
            .collect(Collectors.toCollection(TreeSet::new));
    for (String name : adopted) {
      if (!known.contains(name)) {
        findings.error(row, "adopts", "choice", name, String.join(", ", known));
      }
    }
    byMn.put(
        mn,
        new Regulated(
            rows.stream().map(each -> LimitCandidate.ofStandard(each, adopted)).toList(),
            declared));
  }

  /** Rows of the standards that judge an outlet, as limits of its own. */
  List<OutletRecord.Limit> judging(String mn) {
    Regulated regulated = byMn.get(mn);
    return regulated == null || !regulated.declared()
        ? List.of()
        : regulated.rows().stream()
            .filter(LimitCandidate::mayJudge)
            .map(each -> OutletRecord.Limit.of(each.limit()))
            .toList();
  }

  /** Rows of the standards that speak of an outlet, whether they judge or not. */
  List<LimitCandidate> speaking(String mn) {
    Regulated regulated = byMn.get(mn);
    return regulated == null ? List.of() : regulated.rows();
  }
}
