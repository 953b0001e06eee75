package io.touchline.app.proof;

import io.touchline.app.Complaint;
import io.touchline.contract.CaseEventRecord;
import io.touchline.contract.DossierRecord;
import io.touchline.contract.EnterpriseRecord;
import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.MarkRecord;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.OutletRecord;
import io.touchline.contract.PermitsRecord;
import io.touchline.contract.RegionRecord;
import io.touchline.contract.RegistryVersionRecord;
import io.touchline.contract.SampleRecord;
import io.touchline.contract.StationKeysRecord;
import io.touchline.contract.Topics;
import io.touchline.contract.TotalRecord;
import io.touchline.domain.AveragingPeriod;
import io.touchline.domain.FrameRef;
import io.touchline.domain.cases.CaseFile;
import io.touchline.domain.totals.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Gathers from the topics all that one case rests on. */
final class Gathering {

  /** A logger's clock may be ahead of the broker's: what it sent is looked for so much earlier. */
  private static final Duration CLOCKS = Duration.ofDays(1);

  private final Topics topics;
  private final EvidenceTopics reader;
  private final String caseId;
  private final Set<MeansRecord> periods =
      new TreeSet<>(Comparator.comparing(MeansRecord::key).thenComparingInt(MeansRecord::revision));
  private final Set<ExceedanceRecord> episodes =
      new TreeSet<>(
          Comparator.comparing(ExceedanceRecord::key).thenComparingInt(ExceedanceRecord::revision));
  private final Set<TotalRecord> totals =
      new TreeSet<>(Comparator.comparing(TotalRecord::key).thenComparingInt(TotalRecord::revision));
  private final Set<FrameRef> frames = new TreeSet<>();
  private SortedMap<String, OutletRecord> outlets;

  private Gathering(Topics topics, EvidenceTopics reader, String caseId) {
    this.topics = topics;
    this.reader = reader;
    this.caseId = caseId;
  }

  /**
   * Gathers a case.
   *
   * @throws Complaint where there is no such case, or its events cannot be read
   */
  static CaseMaterial of(String caseId, Topics topics, Map<String, Object> client) {
    try (EvidenceTopics reader = new EvidenceTopics(client)) {
      return new Gathering(topics, reader, caseId).gather();
    }
  }

  private CaseMaterial gather() {
    CaseHistory history =
        CaseHistory.of(
            reader.all(
                topics.cases(), CaseEventRecord.class, event -> event.caseId().equals(caseId)));
    if (history.records().isEmpty()) {
      throw Complaint.usage("verify.none", caseId, topics.cases().name());
    }
    CaseFile file = folded(history);
    List<Claim> claims = history.claims();
    outlets = reader.latest(topics.outlets(), OutletRecord.class, mn -> true);
    claims.forEach(claim -> claim(claim, file.enterprise()));
    Set<String> stations = stations(claims, file.enterprise());
    outlets.keySet().retainAll(stations);
    CaseEventRecord last = history.records().get(history.records().size() - 1);
    DossierRecord dossier =
        new DossierRecord(
            DossierRecord.SCHEMA_VERSION,
            caseId,
            file.enterprise(),
            last.at(),
            file.state().stage(),
            file.state().card(),
            file.flags().stream().sorted().toList(),
            Dossiers.grounds(claims),
            history.records(),
            List.copyOf(periods),
            List.copyOf(episodes),
            List.copyOf(totals),
            marks(stations),
            samples(stations),
            registry(file.enterprise()));
    return new CaseMaterial(
        dossier,
        List.copyOf(outlets.values()),
        List.copyOf(
            reader
                .latest(topics.stationKeys(), StationKeysRecord.class, stations::contains)
                .values()),
        reader.frames(frames));
  }

  private CaseFile folded(CaseHistory history) {
    try {
      return history.file();
    } catch (IllegalArgumentException touched) {
      throw Complaint.because(touched, "verify.events", caseId, touched.getMessage());
    }
  }

  private void claim(Claim claim, String enterprise) {
    switch (claim.kind(enterprise)) {
      case EPISODE -> episode(claim, enterprise);
      case TOTAL -> total(claim);
      case SAMPLE, PERSON -> {
        // Samples and marks of the outlet are gathered with those of all; no frame proves them.
      }
    }
  }

  private void episode(Claim claim, String enterprise) {
    String mn = claim.finding().subject();
    List<ExceedanceRecord> revisions =
        reader.ofOutlet(
            topics.exceedances(),
            mn,
            claim.finding().from().minus(CLOCKS),
            ExceedanceRecord.class,
            record -> record.key().equals(claim.episode()));
    episodes.addAll(revisions);
    ExceedanceRecord published =
        revisions.stream()
            .filter(record -> record.revision() == claim.finding().revision())
            .findFirst()
            .orElse(null);
    if (published == null) {
      return;
    }
    Instant since = Selection.since(claim, published.period(), enterprise);
    List<MeansRecord> found =
        reader.ofOutlet(
            topics.means(),
            mn,
            since.minus(CLOCKS),
            MeansRecord.class,
            record -> record.mn().equals(mn) && !record.start().isBefore(since));
    take(found, Selection.ofEpisode(claim, published, Selection.latest(found).values()));
    frames.addAll(Selection.frames(List.of(), List.of(published)));
  }

  /** Keeps every revision of the periods that were selected, and the frames of the latest. */
  private void take(List<MeansRecord> found, List<MeansRecord> selected) {
    Set<String> keys = selected.stream().map(MeansRecord::key).collect(Collectors.toSet());
    found.stream().filter(record -> keys.contains(record.key())).forEach(periods::add);
    frames.addAll(Selection.frames(selected));
  }

  private void total(Claim claim) {
    totals.addAll(
        reader.since(
            topics.totals(),
            claim.finding().from().minus(CLOCKS),
            TotalRecord.class,
            record ->
                record.scope() == Scope.Kind.ENTERPRISE
                    && record.id().equals(claim.finding().subject())
                    && record.factor().equals(claim.finding().factor())
                    && record.period().name().equals(claim.totalPeriod())
                    && record.start().equals(claim.finding().from())));
    for (OutletRecord outlet : outlets.values()) {
      if (claim.finding().subject().equals(outlet.enterpriseCode())) {
        Instant from = claim.finding().from();
        List<MeansRecord> found =
            reader.ofOutlet(
                topics.means(),
                outlet.mn(),
                from.minus(CLOCKS),
                MeansRecord.class,
                record ->
                    record.mn().equals(outlet.mn())
                        && record.period() == AveragingPeriod.HOUR
                        && !record.start().isBefore(from));
        take(found, Selection.ofTotal(claim, List.of(outlet), Selection.latest(found).values()));
      }
    }
  }

  /** The outlets that the claims are about; of a total, all of the enterprise. */
  private Set<String> stations(List<Claim> claims, String enterprise) {
    Set<String> stations = new TreeSet<>();
    for (Claim claim : claims) {
      if (claim.kind(enterprise) == Claim.Kind.TOTAL) {
        outlets.values().stream()
            .filter(outlet -> enterprise.equals(outlet.enterpriseCode()))
            .forEach(outlet -> stations.add(outlet.mn()));
      } else {
        stations.add(claim.finding().subject());
      }
    }
    return stations;
  }

  private List<MarkRecord> marks(Set<String> stations) {
    return stations.stream()
        .flatMap(
            mn ->
                reader
                    .ofOutlet(
                        topics.marks(),
                        mn,
                        Instant.EPOCH,
                        MarkRecord.class,
                        mark -> mark.mn().equals(mn))
                    .stream())
        .distinct()
        .sorted(
            Comparator.comparing(MarkRecord::mn)
                .thenComparing(MarkRecord::id)
                .thenComparing(MarkRecord::markedAt)
                .thenComparing(MarkRecord::toString))
        .toList();
  }

  private List<SampleRecord> samples(Set<String> stations) {
    return stations.stream()
        .flatMap(
            mn ->
                reader
                    .ofOutlet(
                        topics.samples(),
                        mn,
                        Instant.EPOCH,
                        SampleRecord.class,
                        sample -> sample.mn().equals(mn))
                    .stream())
        .distinct()
        .sorted(
            Comparator.comparing(SampleRecord::mn)
                .thenComparing(SampleRecord::id)
                .thenComparing(SampleRecord::reportedAt)
                .thenComparing(SampleRecord::toString))
        .toList();
  }

  private DossierRecord.Registry registry(String enterprise) {
    EnterpriseRecord discharger =
        reader
            .latest(topics.enterprises(), EnterpriseRecord.class, enterprise::equals)
            .get(enterprise);
    String permits = new Scope(Scope.Kind.ENTERPRISE, enterprise).text();
    return new DossierRecord.Registry(
        discharger,
        outlets.values().stream().map(Gathering::withoutKey).toList(),
        reader.latest(topics.permits(), PermitsRecord.class, permits::equals).get(permits),
        discharger == null ? List.of() : regions(discharger.regionCode()),
        reader
            .latest(
                topics.registry(), RegistryVersionRecord.class, key -> key.startsWith("version|"))
            .values()
            .stream()
            .reduce((one, other) -> other)
            .orElse(null));
  }

  private static OutletRecord withoutKey(OutletRecord outlet) {
    return outlet.dialect() == null ? outlet : outlet.withDialect(outlet.dialect().withKey(null));
  }

  private List<RegionRecord> regions(String code) {
    SortedMap<String, RegionRecord> all =
        reader.latest(topics.regions(), RegionRecord.class, key -> true);
    List<RegionRecord> upwards = new ArrayList<>();
    RegionRecord region = code == null ? null : all.remove(code);
    while (region != null) {
      upwards.add(region);
      region = region.parent() == null ? null : all.remove(region.parent());
    }
    return upwards;
  }
}
