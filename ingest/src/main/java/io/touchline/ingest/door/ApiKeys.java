package io.touchline.ingest.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Which platform an API key is of. Only hashes are known here, and every one is compared whole, so
 * that the time it takes says nothing about any.
 */
final class ApiKeys {

  private static final String SCHEME = "Bearer ";

  @SuppressWarnings("ArrayRecordComponent") // Compared by MessageDigest.isEqual alone.
  private record Known(byte[] hash, Platform platform) {}

  private final List<Known> known = new ArrayList<>();

  ApiKeys(List<Platform> platforms) {
    for (Platform platform : platforms) {
      for (String hash : platform.keyHashes()) {
        known.add(new Known(HexFormat.of().parseHex(hash), platform));
      }
    }
  }

  /**
   * Whose key it is.
   *
   * @param authorization the header's value, null where there is none
   */
  Optional<Platform> find(String authorization) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    byte[] hash = sha256(authorization.substring(SCHEME.length()).trim());
    Platform found = null;
    for (Known one : known) {
      if (MessageDigest.isEqual(one.hash(), hash)) {
        found = one.platform();
      }
    }
    return Optional.ofNullable(found);
  }

  private static byte[] sha256(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
