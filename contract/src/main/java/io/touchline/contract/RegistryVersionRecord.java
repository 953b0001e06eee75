package io.touchline.contract;

import java.time.Instant;
import java.util.List;

/**
 * Value of {@code registry} under {@code version|n}: one import, whole. The files themselves lie
 * beside it under {@code file|name|part}, in parts to be put one behind the other.
 *
 * @param version counts from 1
 * @param at when it was imported
 * @param by who imported it
 * @param reason why; absent where nothing was said
 */
public record RegistryVersionRecord(
    int schemaVersion, int version, Instant at, String by, String reason, List<File> files) {

  public static final int SCHEMA_VERSION = 1;

  /**
   * One file of the directory.
   *
   * @param sha256 of all its bytes, in hexadecimal digits
   */
  public record File(String name, long bytes, int parts, String sha256) {}

  /** Key of the topic; zeros in front keep the order. */
  public static String keyOf(int version) {
    return String.format("version|%08d", version);
  }

  /** Key of one part of a file, counted from 0. */
  public static String keyOf(String file, int part) {
    return String.format("file|%s|%05d", file, part);
  }
}
