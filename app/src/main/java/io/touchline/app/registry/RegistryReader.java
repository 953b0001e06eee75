package io.touchline.app.registry;

import io.touchline.app.Complaint;
import io.touchline.contract.MarkRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.domain.facility.Facility;
import io.touchline.domain.facility.Inlet;
import io.touchline.domain.facility.Treatment;
import io.touchline.domain.totals.PermittedAmount;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the files of a registry in the order in which they refer to one another. */
public final class RegistryReader {

  private RegistryReader() {}

  /**
   * Reads a directory.
   *
   * @throws Complaint where there is none
   */
  public static Registry read(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw Complaint.usage("registry.directory", directory.toAbsolutePath());
    }
    return read(RegistrySource.directory(directory));
  }

  /** Reads all of it; what is wrong stands among the findings and is left out of the outlets. */
  public static Registry read(RegistrySource source) {
    Findings findings = new Findings();
    Map<String, Places.Region> regions = Places.regions(source, findings);
    Map<String, Places.Enterprise> enterprises = Places.enterprises(source, regions, findings);
    OutletTable outletTable = new OutletTable(findings, enterprises, regions);
    Map<String, OutletRecord> outlets = outletTable.read(source);
    new ChannelTable(findings, outlets, outletTable::mentions).read(source);
    Map<String, List<OutletRecord.Limit>> limits =
        new LimitTable(findings, outlets, outletTable::mentions).read(source);
    Map<String, List<PermittedAmount>> permits =
        new PermitTable(findings, enterprises).read(source);
    Map<String, List<Facility>> facilities =
        new FacilityTable(findings, outletTable::mentions).read(source);
    Map<String, List<Inlet>> inlets = new PairTable(findings, outletTable::mentions).read(source);
    List<MarkRecord> marks = new MarkTable(findings, outletTable::mentions).read(source);
    Map<String, OutletRecord> joined = new LinkedHashMap<>(outlets);
    joined.replaceAll(
        (mn, outlet) ->
            outlet
                .withLimits(limits.getOrDefault(mn, List.of()))
                .withPermits(permits.get(outlet.enterpriseCode()))
                .withTreatment(treatment(facilities.get(mn), inlets.get(mn))));
    return new Registry(
        new ArrayList<>(joined.values()),
        marks,
        enterprises.size(),
        regions.size(),
        limits.values().stream().mapToInt(List::size).sum(),
        findings.inOrder());
  }

  private static Treatment treatment(List<Facility> facilities, List<Inlet> inlets) {
    return facilities == null && inlets == null ? null : new Treatment(facilities, inlets);
  }
}
