package io.touchline.alerts.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes of a second factor (TOTP, RFC 6238): SHA-1, six digits, thirty seconds. */
final class Totp {

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int SECRET_BYTES = 20;
  private static final int SECONDS = 30;
  private static final int DIGITS = 1_000_000;
  private static final int BITS = 5;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Totp() {}

  /** A new secret in base 32. */
  static String newSecret() {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int held = 0;
    for (byte one : bytes) {
      buffer = (buffer << 8) | (one & 0xff);
      held += 8;
      while (held >= BITS) {
        held -= BITS;
        text.append(ALPHABET.charAt((buffer >> held) & 31));
      }
    }
    return text.toString();
  }

  /**
   * The step whose code it is, of the one now, the one before and the one after; empty where it is
   * none of theirs.
   *
   * @param used the latest step that was used: it and those before count no more
   */
  static OptionalLong step(String secret, String code, Instant now, long used) {
    long current = now.getEpochSecond() / SECONDS;
    for (long step = current - 1; step <= current + 1; step++) {
      boolean same =
          MessageDigest.isEqual(
              code(secret, step).getBytes(StandardCharsets.US_ASCII),
              code.getBytes(StandardCharsets.US_ASCII));
      if (same && step > used) {
        return OptionalLong.of(step);
      }
    }
    return OptionalLong.empty();
  }

  /** The code of an instant. */
  static String code(String secret, Instant at) {
    return code(secret, at.getEpochSecond() / SECONDS);
  }

  private static String code(String secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(bytes(secret), "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
      return "%06d".formatted(number % DIGITS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA1", e);
    }
  }

  private static byte[] bytes(String secret) {
    ByteBuffer bytes = ByteBuffer.allocate(secret.length() * BITS / 8);
    int buffer = 0;
    int held = 0;
    for (int at = 0; at < secret.length(); at++) {
      buffer = (buffer << BITS) | ALPHABET.indexOf(secret.charAt(at));
      held += BITS;
      if (held >= 8 && bytes.hasRemaining()) {
        held -= 8;
        bytes.put((byte) (buffer >> held));
      }
    }
    return bytes.array();
  }
}
