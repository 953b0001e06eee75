package io.touchline.contract;

import io.touchline.domain.FrameRef;
import java.util.List;

/**
 * What came of verifying a case.
 *
 * @param frames how many frames were hashed and went into the re-derivation
 * @param events how many links of the chain were checked
 * @param figures how many figures were worked out again and compared
 * @param differences empty where all is as it was published
 * @param notDerived names of findings that rest on no frames: a person found them, or a laboratory
 * @param later what became of a finding after it came into the case; no difference
 * @param seal of a dossier, absent where a case was verified in place
 */
public record VerificationRecord(
    int schemaVersion,
    String caseId,
    Verdict verdict,
    int frames,
    int events,
    int figures,
    List<Difference> differences,
    List<String> notDerived,
    List<String> later,
    Seal seal) {

  public static final int SCHEMA_VERSION = 1;

  /** The outcome. */
  public enum Verdict {
    MATCH,
    MISMATCH,
    /** Chain and hashes are whole, and no figure of the case rests on frames. */
    NOTHING
  }

  /**
   * One thing that is not as it was said.
   *
   * @param of what it is a figure of: a finding, a mean, a link, a file
   * @param figure its name, absent where the whole of it is meant
   * @param was as published or stored, absent where there was nothing
   * @param is as found or worked out now, absent where there is nothing
   * @param frames that prove the published figure
   */
  public record Difference(
      Kind kind, String of, String figure, String was, String is, List<FrameRef> frames) {}

  /** What does not fit. */
  public enum Kind {
    /** The signature is not the key's over the manifest. */
    SIGNATURE,
    /** A file is not what the manifest says. */
    MANIFEST,
    /** An event does not follow the one before, or is not what was hashed. */
    CHAIN,
    /** The bytes of a frame are not those that were hashed, or are gone. */
    FRAME,
    /** A finding does not say what was published. */
    FINDING,
    /** A figure comes out otherwise from the frames. */
    FIGURE
  }

  /**
   * Who sealed a dossier.
   *
   * @param fingerprint SHA-256 of the public key (X.509 encoding), absent where it is not signed
   */
  public record Seal(boolean signed, String fingerprint) {}
}
