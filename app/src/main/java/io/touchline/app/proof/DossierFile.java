package io.touchline.app.proof;

import io.touchline.app.Complaint;
import io.touchline.contract.DossierManifest;
import io.touchline.contract.DossierRecord;
import io.touchline.contract.Json;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A dossier as a ZIP file: its files by name. The same files give the same bytes: they are in the
 * order of their names and all bear one time.
 */
final class DossierFile {

  static final String DOSSIER = "dossier.json";
  static final String FRAMES = "frames.jsonl";
  static final String READINGS = "readings.jsonl";
  static final String BOOK = "dossier.pdf";
  static final String MANIFEST = "manifest.json";
  static final String SIGNATURE = "manifest.sig";
  static final String PUBLIC_KEY = "public-key.pem";

  /** Not before 1980, or the zone of the machine would come into it. */
  private static final LocalDateTime ONE_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

  private static final long LARGEST = 1L << 30;

  private DossierFile() {}

  /** The same files with their manifest, and its signature where there is a key. */
  static SortedMap<String, byte[]> sealed(
      String caseId, SortedMap<String, byte[]> files, SealKey key) {
    SortedMap<String, byte[]> sealed = new TreeMap<>(files);
    if (key != null) {
      sealed.put(PUBLIC_KEY, key.publicPem());
    }
    DossierManifest manifest =
        new DossierManifest(
            DossierManifest.SCHEMA_VERSION,
            caseId,
            sealed.entrySet().stream()
                .map(
                    file ->
                        new DossierManifest.File(
                            file.getKey(), file.getValue().length, Sha256.of(file.getValue())))
                .toList());
    byte[] json = pretty(manifest);
    sealed.put(MANIFEST, json);
    if (key != null) {
      sealed.put(SIGNATURE, key.sign(json));
    }
    return sealed;
  }

  /** Indented JSON with a line end. */
  static byte[] pretty(Object value) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(value));
      out.write('\n');
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new IllegalStateException("no JSON for " + value.getClass(), impossible);
    }
  }

  /** The JSON Schema of a record, as it ships. */
  static byte[] schema(Class<?> type) {
    String name = "/io/touchline/contract/schema/" + type.getSimpleName() + ".schema.json";
    try (InputStream in = DossierRecord.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("the schema " + name + " ships with the program", e);
    }
  }

  static void write(Path file, SortedMap<String, byte[]> files) {
    try (OutputStream out = Files.newOutputStream(file)) {
      write(out, files);
    } catch (IOException e) {
      throw Complaint.because(e, "dossier.out", file.toAbsolutePath(), e.getMessage());
    }
  }

  static void write(OutputStream to, SortedMap<String, byte[]> files) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(to)) {
      for (var file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(ONE_TIME);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
  }

  /**
   * The files of a dossier by name.
   *
   * @throws Complaint where it is no ZIP file, too large, or names a file twice
   */
  static SortedMap<String, byte[]> read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw Complaint.usage("dossier.file", file.toAbsolutePath());
    }
    SortedMap<String, byte[]> files = new TreeMap<>();
    long left = LARGEST;
    try (ZipInputStream zip =
        new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] bytes = zip.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE - 8));
        left -= bytes.length;
        if (left < 0 || files.put(entry.getName(), bytes) != null) {
          throw new IOException(
              left < 0 ? "more than " + LARGEST + " bytes" : entry.getName() + " is there twice");
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw Complaint.because(e, "dossier.broken", file.toAbsolutePath(), e.getMessage());
    }
    return files;
  }
}
