package io.touchline.app.pdf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A PDF file bears an identifier that its writer draws from the clock. Here it is the hash of the
 * file without it, as long as the one before, so that no offset moves.
 */
final class SameBytes {

  private static final Pattern IDENTIFIER =
      Pattern.compile("/ID\\s*\\[\\s*<([0-9a-fA-F]{32})>\\s*<([0-9a-fA-F]{32})>");

  private SameBytes() {}

  static byte[] of(byte[] pdf) {
    // One character a byte, whatever the bytes are.
    StringBuilder text = new StringBuilder(new String(pdf, StandardCharsets.ISO_8859_1));
    Matcher identifier = IDENTIFIER.matcher(text.toString());
    if (!identifier.find()) {
      throw new IllegalStateException("the writer of PDF gave its file no identifier");
    }
    put(text, identifier, "0".repeat(32));
    put(text, identifier, hash(text.toString().getBytes(StandardCharsets.ISO_8859_1)));
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void put(StringBuilder text, Matcher identifier, String hash) {
    text.replace(identifier.start(1), identifier.end(1), hash);
    text.replace(identifier.start(2), identifier.end(2), hash);
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
