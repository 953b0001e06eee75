package io.touchline.app.proof;

import io.touchline.contract.CaseEventRecord;
import io.touchline.contract.DossierManifest;
import io.touchline.contract.DossierRecord;
import io.touchline.contract.FrameRecord;
import io.touchline.contract.Json;
import io.touchline.contract.ReadingRecord;
import io.touchline.contract.VerificationRecord;
import io.touchline.domain.FrameRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The evidence dossier (案件证据卷) of a case: its files, sealed. */
final class Dossier {

  private static final List<Class<?>> SCHEMAS =
      List.of(
          DossierRecord.class,
          FrameRecord.class,
          ReadingRecord.class,
          DossierManifest.class,
          CaseEventRecord.class);

  private Dossier() {}

  /**
   * The files of the dossier, the same for the same material and key.
   *
   * @param verified what came of verifying the material; it is told in the book
   * @param key null for a dossier that is not signed, and says so
   */
  static SortedMap<String, byte[]> of(
      CaseMaterial material, VerificationRecord verified, SealKey key) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put(DossierFile.DOSSIER, DossierFile.pretty(material.dossier()));
    files.put(DossierFile.FRAMES, lines(material.frames().stream().map(Json::text).toList()));
    files.put(DossierFile.READINGS, lines(readings(material)));
    files.put(
        DossierFile.BOOK,
        new DossierBook(material, verified, key == null ? null : key.fingerprint()).bytes());
    SCHEMAS.forEach(
        type ->
            files.put("schema/" + type.getSimpleName() + ".schema.json", DossierFile.schema(type)));
    return DossierFile.sealed(material.dossier().caseId(), files, key);
  }

  /** Every decoded upload, with the place of its frame in Kafka rather than in the replay. */
  private static List<String> readings(CaseMaterial material) {
    Map<String, FrameRef> places =
        Selection.byHash(material.frames().stream().map(FrameRecord::toRef).toList());
    return Verifier.readings(material).readings().stream()
        .map(Dossier::reading)
        .map(
            reading ->
                Json.text(
                    new ReadingRecord(
                        reading.schemaVersion(),
                        reading.mn(),
                        reading.cn(),
                        reading.dataTime(),
                        reading.receivedAt(),
                        reading.resent(),
                        reading.factors(),
                        places.getOrDefault(reading.frame().hash(), reading.frame()))))
        .toList();
  }

  private static ReadingRecord reading(byte[] json) {
    try {
      return Json.mapper().readValue(json, ReadingRecord.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] lines(List<String> lines) {
    return lines.stream()
        .map(line -> line + '\n')
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.UTF_8);
  }
}
