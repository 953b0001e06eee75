package io.touchline.app.registry;

import io.touchline.app.registry.Finding.Severity;
import io.touchline.contract.EnterpriseRecord;
import io.touchline.contract.MarkRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.RegionRecord;
import io.touchline.contract.SampleRecord;
import io.touchline.domain.regulation.LimitCandidate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * What a registry says.
 *
 * @param outlets those without an error, each with its limits that have none
 * @param marks versions of operators' marks, by the time at which they were set
 * @param samples versions of samples, by the time at which they were reported
 * @param dischargers with their permits
 * @param places the tree of regions
 * @param limits how many rows of limits are judged
 * @param standards by MN, the rows of the standards that speak of an outlet
 * @param allowances what enterprises and regions may emit
 * @param files of which it consists, byte for byte
 */
public record Registry(
    List<OutletRecord> outlets,
    List<MarkRecord> marks,
    List<SampleRecord> samples,
    List<EnterpriseRecord> dischargers,
    List<RegionRecord> places,
    int limits,
    Map<String, List<LimitCandidate>> standards,
    Allowances allowances,
    SortedMap<String, byte[]> files,
    List<Finding> findings) {

  /** All or nothing: with one error nothing of it is used. */
  public boolean isUsable() {
    return count(Severity.ERROR) == 0;
  }

  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  public int enterprises() {
    return dischargers.size();
  }

  public int regions() {
    return places.size();
  }

  /** This and another: of what stands in both the other counts, and its files are the files. */
  public Registry with(Registry other) {
    List<MarkRecord> allMarks = new ArrayList<>(marks);
    allMarks.addAll(other.marks);
    List<SampleRecord> allSamples = new ArrayList<>(samples);
    allSamples.addAll(other.samples);
    Map<String, List<LimitCandidate>> allStandards = new LinkedHashMap<>(standards);
    allStandards.putAll(other.standards);
    List<Finding> allFindings = new ArrayList<>(findings);
    allFindings.addAll(other.findings);
    return new Registry(
        joined(outlets, other.outlets, OutletRecord::mn),
        allMarks,
        allSamples,
        joined(dischargers, other.dischargers, EnterpriseRecord::code),
        joined(places, other.places, RegionRecord::code),
        limits + other.limits,
        allStandards,
        allowances.with(other.allowances),
        other.files,
        allFindings);
  }

  private static <T> List<T> joined(List<T> ours, List<T> others, Function<T, String> key) {
    Map<String, T> all = new LinkedHashMap<>();
    ours.forEach(each -> all.put(key.apply(each), each));
    others.forEach(each -> all.put(key.apply(each), each));
    return new ArrayList<>(all.values());
  }
}
