package io.touchline.contract;

import java.util.List;

/**
 * {@code manifest.json} of an evidence dossier: its files with their hashes, by name. What is
 * signed is this file, byte for byte.
 */
public record DossierManifest(int schemaVersion, String caseId, List<File> files) {

  public static final int SCHEMA_VERSION = 1;

  /**
   * One file.
   *
   * @param sha256 over its bytes, 64 lower-case hexadecimal digits
   */
  public record File(String name, long bytes, String sha256) {}
}
