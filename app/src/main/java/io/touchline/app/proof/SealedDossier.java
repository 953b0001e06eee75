package io.touchline.app.proof;

import io.touchline.app.Complaint;
import io.touchline.contract.DossierManifest;
import io.touchline.contract.DossierRecord;
import io.touchline.contract.FrameRecord;
import io.touchline.contract.Json;
import io.touchline.contract.VerificationRecord;
import io.touchline.contract.VerificationRecord.Difference;
import io.touchline.contract.VerificationRecord.Kind;
import io.touchline.domain.FrameRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A dossier as it was handed over: verified with nothing but itself.
 *
 * @param files by name
 */
record SealedDossier(SortedMap<String, byte[]> files) {

  static SealedDossier read(Path file) {
    return new SealedDossier(DossierFile.read(file));
  }

  /**
   * Checks signature, manifest, hashes and chain, and works every figure out again.
   *
   * @param expected fingerprint of the key that must have signed it, null for any or none
   */
  VerificationRecord verify(String expected) {
    List<Difference> differences = new ArrayList<>();
    VerificationRecord.Seal seal = seal(differences);
    if (expected != null && !expected.equals(seal.fingerprint())) {
      add(differences, Kind.SIGNATURE, "fingerprint", expected, seal.fingerprint());
    }
    manifest(differences);
    try {
      return Verifier.verify(material(), seal, differences);
    } catch (RuntimeException unreadable) {
      // Where any byte may have been changed, anything may be missing or of another kind.
      add(differences, Kind.MANIFEST, DossierFile.DOSSIER, null, unreadable.toString());
      return new VerificationRecord(
          VerificationRecord.SCHEMA_VERSION,
          caseId(),
          VerificationRecord.Verdict.MISMATCH,
          0,
          0,
          0,
          differences,
          List.of(),
          List.of(),
          seal);
    }
  }

  private VerificationRecord.Seal seal(List<Difference> differences) {
    byte[] key = files.get(DossierFile.PUBLIC_KEY);
    byte[] signature = files.get(DossierFile.SIGNATURE);
    byte[] manifest = files.get(DossierFile.MANIFEST);
    if (key == null && signature == null) {
      return new VerificationRecord.Seal(false, null);
    }
    if (key == null
        || signature == null
        || manifest == null
        || !SealKey.holds(key, manifest, signature)) {
      add(differences, Kind.SIGNATURE, DossierFile.SIGNATURE, DossierFile.MANIFEST, null);
      return new VerificationRecord.Seal(false, null);
    }
    return new VerificationRecord.Seal(true, SealKey.fingerprintOf(key));
  }

  private void manifest(List<Difference> differences) {
    byte[] json = files.get(DossierFile.MANIFEST);
    DossierManifest manifest;
    try {
      manifest = Json.mapper().readValue(json == null ? new byte[0] : json, DossierManifest.class);
    } catch (IOException broken) {
      add(differences, Kind.MANIFEST, DossierFile.MANIFEST, null, broken.getMessage());
      return;
    }
    SortedSet<String> others = new TreeSet<>(files.keySet());
    others.removeAll(List.of(DossierFile.MANIFEST, DossierFile.SIGNATURE));
    for (DossierManifest.File file : manifest.files()) {
      byte[] bytes = files.get(file.name());
      String is = bytes == null ? null : Sha256.of(bytes);
      if (!file.sha256().equals(is)) {
        add(differences, Kind.MANIFEST, file.name(), file.sha256(), is);
      }
      others.remove(file.name());
    }
    others.forEach(name -> add(differences, Kind.MANIFEST, name, null, Sha256.of(files.get(name))));
  }

  /** As the manifest has it, "" where it says none. */
  private String caseId() {
    try {
      byte[] json = files.getOrDefault(DossierFile.MANIFEST, new byte[0]);
      return Objects.requireNonNullElse(
          Json.mapper().readValue(json, DossierManifest.class).caseId(), "");
    } catch (IOException broken) {
      return "";
    }
  }

  private static void add(
      List<Difference> differences, Kind kind, String of, String was, String is) {
    differences.add(new Difference(kind, of, null, was, is, List.<FrameRef>of()));
  }

  /**
   * What the dossier says, whether or not it is as it was sealed.
   *
   * @throws Complaint where it cannot be read
   */
  CaseMaterial material() {
    try {
      DossierRecord dossier =
          Json.mapper().readValue(file(DossierFile.DOSSIER), DossierRecord.class);
      List<FrameRecord> frames = new ArrayList<>();
      for (String line :
          new String(file(DossierFile.FRAMES), StandardCharsets.UTF_8).lines().toList()) {
        FrameRecord frame = Json.mapper().readValue(line, FrameRecord.class);
        if (Stream.of(frame.topic(), frame.hash(), frame.receivedAt(), frame.frame())
            .anyMatch(Objects::isNull)) {
          throw Complaint.of("dossier.unreadable", DossierFile.FRAMES);
        }
        frames.add(frame);
      }
      frames.sort(Comparator.comparing(FrameRecord::toRef));
      if (!isWhole(dossier)) {
        throw Complaint.of("dossier.unreadable", DossierFile.DOSSIER);
      }
      return new CaseMaterial(dossier, dossier.registry().outlets(), List.of(), frames);
    } catch (IOException | IllegalArgumentException broken) {
      throw Complaint.because(broken, "dossier.unreadable", broken.getMessage());
    }
  }

  private static boolean isWhole(DossierRecord dossier) {
    return Stream.of(
                dossier.caseId(),
                dossier.enterprise(),
                dossier.stage(),
                dossier.card(),
                dossier.grounds(),
                dossier.events(),
                dossier.periods(),
                dossier.exceedances(),
                dossier.totals(),
                dossier.marks(),
                dossier.samples(),
                dossier.registry())
            .allMatch(Objects::nonNull)
        && dossier.registry().outlets() != null;
  }

  private byte[] file(String name) {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      throw Complaint.of("dossier.missing", name);
    }
    return bytes;
  }
}
