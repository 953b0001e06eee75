package io.touchline.hj212;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Who uploads a media file over HTTPS: the {@code Authorization} header of HJ 212-2025 appendix H,
 * the Base64 of {@code user:password} enciphered by SM4 in ECB with PKCS#7 padding. Known at second
 * hand, with one example that comes out right.
 *
 * @param user without a colon
 * @param password never shown by this value's text
 */
public record MediaAuthorisation(String user, String password) {

  public MediaAuthorisation {
    if (user.indexOf(':') >= 0) {
      throw new IllegalArgumentException("a user name has no colon, it would divide elsewhere");
    }
  }

  /** The value of the header. */
  public String header(Sm4Key key) {
    byte[] text = (user + ':' + password).getBytes(StandardCharsets.UTF_8);
    int padding = Sm4.BLOCK - text.length % Sm4.BLOCK;
    byte[] padded = Arrays.copyOf(text, text.length + padding);
    Arrays.fill(padded, text.length, padded.length, (byte) padding);
    Sm4.encipher(key, padded, 0, padded.length);
    return Base64.getEncoder().encodeToString(padded);
  }

  /**
   * Reads a header; empty when it is none, or of another key. Compare the password all the same.
   */
  public static Optional<MediaAuthorisation> read(String header, Sm4Key key) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(header.strip());
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    if (bytes.length == 0 || bytes.length % Sm4.BLOCK != 0) {
      return Optional.empty();
    }
    Sm4.decipher(key, bytes, 0, bytes.length);
    int length = unpadded(bytes);
    if (length < 0 || !Wire.isUtf8(bytes, 0, length)) {
      return Optional.empty();
    }
    String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
    int colon = text.indexOf(':');
    return colon < 0
        ? Optional.empty()
        : Optional.of(new MediaAuthorisation(text.substring(0, colon), text.substring(colon + 1)));
  }

  @Override
  public String toString() {
    return "MediaAuthorisation[" + user + "]";
  }

  private static int unpadded(byte[] bytes) {
    int padding = bytes[bytes.length - 1];
    if (padding < 1 || padding > Sm4.BLOCK) {
      return -1;
    }
    for (int i = bytes.length - padding; i < bytes.length; i++) {
      if (bytes[i] != padding) {
        return -1;
      }
    }
    return bytes.length - padding;
  }
}
