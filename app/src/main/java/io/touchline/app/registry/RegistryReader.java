package io.touchline.app.registry;

import io.touchline.app.Complaint;
import io.touchline.contract.MarkRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.PermitsRecord;
import io.touchline.contract.SampleRecord;
import io.touchline.contract.TargetsRecord;
import io.touchline.domain.facility.Facility;
import io.touchline.domain.facility.Feed;
import io.touchline.domain.facility.Inlet;
import io.touchline.domain.facility.Treatment;
import io.touchline.domain.regulation.LimitCandidate;
import io.touchline.domain.totals.PermittedAmount;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the files of a registry in the order in which they refer to one another. */
public final class RegistryReader {

  private RegistryReader() {}

  /**
   * Reads a directory.
   *
   * @throws Complaint where there is none
   */
  public static Registry read(Path directory) {
    return read(directory, null);
  }

  /**
   * As {@link #read(Path)}, with what is odd on a day among the findings.
   *
   * @param asOf null for no such review
   */
  public static Registry read(Path directory, LocalDate asOf) {
    if (!Files.isDirectory(directory)) {
      throw Complaint.usage("registry.directory", directory.toAbsolutePath());
    }
    return read(RegistrySource.directory(directory), asOf);
  }

  /** Reads all of it; what is wrong stands among the findings and is left out of the outlets. */
  public static Registry read(RegistrySource source) {
    return read(source, null);
  }

  /**
   * As {@link #read(RegistrySource)}, with what is odd on a day among the findings.
   *
   * @param asOf null for no such review
   */
  public static Registry read(RegistrySource files, LocalDate asOf) {
    RememberedSource source = new RememberedSource(files);
    Findings findings = new Findings();
    Map<String, Places.Region> regions = new RegionTable(findings).read(source);
    Map<String, Places.Enterprise> enterprises =
        new EnterpriseTable(findings, regions).read(source);
    OutletTable outletTable = new OutletTable(findings, enterprises, regions);
    Map<String, OutletRecord> outlets = outletTable.read(source);
    new ChannelTable(findings, outlets, outletTable::mentions).read(source);
    LimitTable limitTable = new LimitTable(findings, outlets, outletTable::mentions);
    Map<String, List<OutletRecord.Limit>> limits = limitTable.read(source);
    Map<String, List<PermittedAmount>> permits =
        new TradeTable(findings, new PermitTable(findings, enterprises).read(source))
            .adjust(source);
    PermitBook permitBook = new PermitBook(findings);
    permitBook.read(source);
    List<TargetsRecord> targets = new TargetTable(findings, regions).read(source);
    Map<String, List<Facility>> facilities =
        new FacilityTable(findings, outletTable::mentions).read(source);
    Map<String, List<Inlet>> inlets = new PairTable(findings, outletTable::mentions).read(source);
    List<MarkRecord> marks = new MarkTable(findings, outletTable::mentions).read(source);
    List<SampleRecord> samples = new SampleTable(findings, outletTable::mentions).read(source);
    StandardColumns standards = outletTable.standards();
    Map<String, OutletRecord> joined = new LinkedHashMap<>(outlets);
    joined.replaceAll(
        (mn, outlet) ->
            outlet
                .withLimits(both(limits.get(mn), standards.judging(mn)))
                .withTreatment(treatment(facilities.get(mn), inlets.get(mn), feedsOf(mn, inlets))));
    if (asOf != null) {
      new LimitReview(asOf, findings, standards).check(limitTable.placed());
      new PermitReview(asOf, findings).check(source, joined.values(), permitBook);
    }
    return new Registry(
        new ArrayList<>(joined.values()),
        marks,
        samples,
        enterprises.values().stream()
            .map(Places.Enterprise::record)
            .map(record -> record.withPermits(permitBook.permitsOf(record.code())))
            .toList(),
        regions.values().stream().map(Places.Region::record).toList(),
        joined.values().stream().mapToInt(outlet -> outlet.limits().size()).sum(),
        speaking(joined.keySet(), standards),
        new Allowances(
            enterprises.keySet().stream()
                .map(code -> PermitsRecord.of(code, permits.getOrDefault(code, List.of())))
                .toList(),
            targets),
        source.files(),
        findings.inOrder());
  }

  private static List<OutletRecord.Limit> both(
      List<OutletRecord.Limit> registered, List<OutletRecord.Limit> ofStandards) {
    List<OutletRecord.Limit> both = new ArrayList<>();
    both.addAll(registered == null ? List.of() : registered);
    both.addAll(ofStandards);
    return both;
  }

  private static Map<String, List<LimitCandidate>> speaking(
      Set<String> outlets, StandardColumns standards) {
    Map<String, List<LimitCandidate>> speaking = new HashMap<>();
    for (String mn : outlets) {
      List<LimitCandidate> rows = standards.speaking(mn);
      if (!rows.isEmpty()) {
        speaking.put(mn, rows);
      }
    }
    return speaking;
  }

  private static Treatment treatment(
      List<Facility> facilities, List<Inlet> inlets, List<Feed> feeds) {
    return facilities == null && inlets == null && feeds.isEmpty()
        ? null
        : new Treatment(facilities, inlets, feeds);
  }

  /** The pairs of other outlets that name this logger, in the order of their MNs. */
  private static List<Feed> feedsOf(String mn, Map<String, List<Inlet>> inlets) {
    List<Feed> feeds = new ArrayList<>();
    new TreeMap<>(inlets)
        .forEach(
            (outlet, all) ->
                all.stream()
                    .filter(inlet -> mn.equals(inlet.mn()))
                    .forEach(inlet -> feeds.add(new Feed(outlet, inlet.factor()))));
    return feeds;
  }
}
