package io.touchline.ingest.door;

import io.touchline.ingest.limit.Allowance;
import java.util.List;
import java.util.Objects;

/**
 * A regional platform that may use the HTTPS door.
 *
 * @param name as evidence names it, {@code https:NAME}
 * @param keyHashes SHA-256 of its API keys in hexadecimal, so that who reads the settings cannot
 *     use them. More than one while a key is being changed. A key is to be random and at least 32
 *     characters long: a guessable one is found from its hash
 * @param lines how many lines it may send
 * @param quarantine how many bytes it may put into quarantine
 */
public record Platform(
    String name,
    List<String> keyHashes,
    Jurisdiction jurisdiction,
    Allowance lines,
    Allowance quarantine) {

  private static final Allowance USUAL_LINES = new Allowance(2_000, 100_000);
  private static final Allowance USUAL_QUARANTINE = new Allowance(256L << 10, 64L << 20);

  public Platform {
    Objects.requireNonNull(jurisdiction, "jurisdiction");
    Objects.requireNonNull(lines, "lines");
    Objects.requireNonNull(quarantine, "quarantine");
    if (!name.matches("[A-Za-z0-9._-]{1,64}")) {
      throw new IllegalArgumentException(
          "a platform's name is 1 to 64 of A-Z a-z 0-9 . _ -: \"" + name + "\"");
    }
    keyHashes = List.copyOf(keyHashes);
    if (keyHashes.isEmpty()) {
      throw new IllegalArgumentException("platform " + name + " has no key");
    }
    if (!keyHashes.stream().allMatch(hash -> hash.matches("[0-9A-Fa-f]{64}"))) {
      // What stands there may be the key itself, so it is not repeated.
      throw new IllegalArgumentException(
          "a key hash of platform "
              + name
              + " is not 64 hexadecimal digits; make one with: printf %s KEY | sha256sum");
    }
  }

  /** With the usual allowances. */
  public Platform(String name, List<String> keyHashes, Jurisdiction jurisdiction) {
    this(name, keyHashes, jurisdiction, USUAL_LINES, USUAL_QUARANTINE);
  }

  /** The hashes stay out of logs. */
  @Override
  public String toString() {
    return peer();
  }

  private String peer() {
    return "https:" + name;
  }

  Sender sender() {
    return new Sender(peer(), jurisdiction);
  }
}
