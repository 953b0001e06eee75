package io.touchline.app.proof;

import io.touchline.contract.DossierRecord;
import io.touchline.contract.ExceedanceRecord;
import io.touchline.contract.FrameRecord;
import io.touchline.contract.MeansRecord;
import io.touchline.contract.SampleRecord;
import io.touchline.contract.TotalRecord;
import io.touchline.contract.VerificationRecord;
import io.touchline.contract.VerificationRecord.Difference;
import io.touchline.contract.VerificationRecord.Kind;
import io.touchline.contract.VerificationRecord.Verdict;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.FrameRef;
import io.touchline.domain.cases.CaseFile;
import io.touchline.domain.cases.Chain;
import io.touchline.domain.cases.Finding;
import io.touchline.domain.totals.Scope;
import io.touchline.streams.FrameHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Works the figures of a case out again from its raw frames and holds them against what was
 * published. The steps are in {@link #verify}.
 */
final class Verifier {

  private final CaseMaterial material;
  private final DossierRecord dossier;
  private final Differences differences = new Differences();
  private final SortedMap<String, MeansRecord> latest;
  private final Map<FrameRef, FrameRecord> frames;
  private final Set<String> comparedMeans = new TreeSet<>();
  private final List<String> notDerived = new ArrayList<>();
  private final List<String> later = new ArrayList<>();
  private Rederivation ofAll;

  private Verifier(CaseMaterial material) {
    this.material = material;
    this.dossier = material.dossier();
    this.latest = Selection.latest(dossier.periods());
    this.frames =
        material.frames().stream()
            .collect(
                Collectors.toMap(FrameRecord::toRef, Function.identity(), (one, other) -> one));
  }

  /**
   * Verifies a case.
   *
   * @param seal of the dossier that it was read from, null where it was gathered in place
   * @param ofSeal what does not fit of the dossier's own seal
   */
  static VerificationRecord verify(
      CaseMaterial material, VerificationRecord.Seal seal, List<Difference> ofSeal) {
    Verifier verifier = new Verifier(material);
    verifier.frames();
    List<Claim> claims = verifier.chain();
    claims.forEach(verifier::claim);
    return verifier.outcome(seal, ofSeal);
  }

  /** The same frames as the topology reads them, for those who want the readings too. */
  static Rederivation readings(CaseMaterial material) {
    return Rederivation.of(material, material.frames(), Instant.MAX);
  }

  private void frames() {
    for (FrameRecord frame : material.frames()) {
      byte[] bytes = frame.toBytes();
      String sha256 = Sha256.of(bytes);
      if (!sha256.equals(frame.sha256()) || !FrameHash.of(bytes).equals(frame.hash())) {
        differences.add(
            Kind.FRAME, place(frame.toRef()), frame.sha256(), sha256, List.of(frame.toRef()));
      }
    }
  }

  private static String place(FrameRef frame) {
    return frame.topic() + '/' + frame.partition() + '/' + frame.offset();
  }

  /** Checks the chain and says what the case rests on, nothing where it cannot be read. */
  private List<Claim> chain() {
    CaseHistory history = material.history();
    try {
      if (history.chain() instanceof Chain.Broken broken) {
        differences.add(
            Kind.CHAIN,
            "event " + broken.sequence() + (broken.eventId() == null ? "" : " " + broken.eventId()),
            broken.fault().name(),
            broken.what(),
            List.of());
      }
      CaseFile file = history.file();
      List<Claim> claims = history.claims();
      differences.compare(
          Kind.CHAIN,
          "case " + dossier.caseId(),
          Dossiers.standing(
              dossier.enterprise(), dossier.stage(), dossier.card(), dossier.grounds()),
          Dossiers.standing(
              file.enterprise(),
              file.state().stage(),
              file.state().card(),
              Dossiers.grounds(claims)),
          List.of());
      return claims;
    } catch (IllegalArgumentException unreadable) {
      differences.add(
          Kind.CHAIN, "case " + dossier.caseId(), null, unreadable.getMessage(), List.of());
      return List.of();
    }
  }

  private void claim(Claim claim) {
    switch (claim.kind(dossier.enterprise())) {
      case EPISODE -> episode(claim);
      case TOTAL -> total(claim);
      case SAMPLE -> sample(claim);
      case PERSON -> notDerived.add(claim.finding().id());
    }
  }

  private void episode(Claim claim) {
    Finding finding = claim.finding();
    ExceedanceRecord published =
        dossier.exceedances().stream()
            .filter(record -> record.key().equals(claim.episode()))
            .filter(record -> record.revision() == finding.revision())
            .findFirst()
            .orElse(null);
    if (published == null) {
      unpublished(finding);
      return;
    }
    List<MeansRecord> periods = Selection.ofEpisode(claim, published, latest.values());
    Collection<FrameRef> needed = Selection.frames(periods, List.of(published));
    List<FrameRef> proof = proof(published);
    differences.compare(
        Kind.FINDING,
        finding.id(),
        FindingFigures.of(finding),
        FindingFigures.of(published),
        proof);
    present(needed);
    ExceedanceRecord is = all().episode(claim.episode());
    if (is == null || !Figures.of(is).equals(Figures.of(published))) {
      // Later frames, marks or periods may have changed it: only what was known then judged.
      is = Rederivation.of(material, found(needed), claim.knownAt()).episode(claim.episode());
    }
    differences.compare(
        Kind.FIGURE,
        "episode " + claim.episode(),
        Figures.of(published),
        is == null ? new TreeMap<>() : Figures.of(is),
        proof);
    periods.forEach(this::mean);
    tellWhatCameLater(finding, claim.episode());
  }

  private static List<FrameRef> proof(ExceedanceRecord episode) {
    return episode.evidence().stream()
        .flatMap(period -> period.frames().stream())
        .distinct()
        .toList();
  }

  private void unpublished(Finding finding) {
    differences.add(Kind.FINDING, finding.id(), "revision " + finding.revision(), null, List.of());
  }

  private void tellWhatCameLater(Finding finding, String episode) {
    dossier.exceedances().stream()
        .filter(record -> record.key().equals(episode))
        .filter(record -> record.revision() > finding.revision())
        .reduce((one, other) -> one.revision() < other.revision() ? other : one)
        .ifPresent(
            record ->
                later.add(
                    finding.id()
                        + ": revision "
                        + record.revision()
                        + ' '
                        + record.state()
                        + ", "
                        + record.periods()
                        + " periods to "
                        + ChinaTime.format(record.to())
                        + ", worst "
                        + record.worst()));
  }

  /** Every factor of a mean, once. */
  private void mean(MeansRecord was) {
    if (!comparedMeans.add(was.key())) {
      return;
    }
    MeansRecord is = all().mean(was.key());
    for (String factor : was.factors().keySet()) {
      differences.compare(
          Kind.FIGURE,
          "mean " + was.key() + ' ' + factor,
          Figures.of(was, factor),
          is == null ? new TreeMap<>() : Figures.of(is, factor),
          was.framesOf(was.factors().get(factor)));
    }
  }

  /**
   * Of a sum only the latest revision is sure to be kept: the finding itself says what it was, and
   * is held against what the hours that were known then add up to.
   */
  private void total(Claim claim) {
    Finding finding = claim.finding();
    String key =
        String.join(
            "|",
            Scope.Kind.ENTERPRISE.name(),
            finding.subject(),
            finding.factor(),
            claim.totalPeriod(),
            ChinaTime.format(finding.from()));
    List<MeansRecord> hours = Selection.ofTotal(claim, material.outlets(), latest.values());
    Collection<FrameRef> needed = Selection.frames(hours);
    present(needed);
    SortedMap<String, String> was = FindingFigures.of(finding);
    was.remove("evidenceHash");
    dossier.totals().stream()
        .filter(record -> record.key().equals(key))
        .filter(record -> record.revision() == finding.revision())
        .findFirst()
        .ifPresent(
            published ->
                differences.compare(
                    Kind.FINDING, finding.id(), was, FindingFigures.of(published), List.of()));
    TotalRecord is = all().total(key);
    if (is == null || !FindingFigures.of(is).equals(was)) {
      is = Rederivation.of(material, found(needed), claim.knownAt()).total(key);
    }
    differences.compare(
        Kind.FIGURE,
        "total " + key,
        was,
        is == null ? new TreeMap<>() : FindingFigures.of(is),
        List.copyOf(needed));
    hours.forEach(this::mean);
  }

  private void sample(Claim claim) {
    Finding finding = claim.finding();
    notDerived.add(finding.id());
    SampleRecord record =
        dossier.samples().stream()
            .filter(sample -> sample.mn().equals(finding.subject()))
            .filter(sample -> sample.id().equals(claim.sample()))
            .filter(sample -> sample.factor().equals(finding.factor()))
            .filter(sample -> Objects.requireNonNullElse(sample.version(), 1) == finding.revision())
            .findFirst()
            .orElse(null);
    if (record == null) {
      unpublished(finding);
      return;
    }
    differences.compare(
        Kind.FINDING,
        finding.id(),
        "worst",
        finding.worst().toString(),
        record.value().toString(),
        List.of());
  }

  /** Says which of the frames that a claim rests on are not there. */
  private void present(Collection<FrameRef> needed) {
    for (FrameRef frame : needed) {
      if (!frames.containsKey(frame)) {
        differences.add(Kind.FRAME, place(frame), frame.hash(), null, List.of(frame));
      }
    }
  }

  private List<FrameRecord> found(Collection<FrameRef> needed) {
    return needed.stream().map(frames::get).filter(Objects::nonNull).toList();
  }

  /** Made once, and not at all where nothing rests on frames. */
  private Rederivation all() {
    if (ofAll == null) {
      ofAll = readings(material);
    }
    return ofAll;
  }

  private VerificationRecord outcome(VerificationRecord.Seal seal, List<Difference> ofSeal) {
    List<Difference> all = new ArrayList<>(ofSeal);
    all.addAll(differences.found());
    boolean nothing = ofAll == null;
    Verdict sound = nothing ? Verdict.NOTHING : Verdict.MATCH;
    return new VerificationRecord(
        VerificationRecord.SCHEMA_VERSION,
        dossier.caseId(),
        all.isEmpty() ? sound : Verdict.MISMATCH,
        material.frames().size(),
        dossier.events().size(),
        differences.figures(),
        all.stream().distinct().toList(),
        notDerived,
        later,
        seal);
  }
}
