package io.touchline.hj212;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * An SM4 key (密钥) of 128 bits, HJ 212-2025 6.4. Its text never shows it; {@link #hex} does, for the
 * place that keeps keys.
 */
public final class Sm4Key {

  private static final int BYTES = 16;

  private final byte[] bytes;

  private Sm4Key(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads a key as people write it: 16 ASCII characters, as NewSK carries it, or 32 hexadecimal
   * digits.
   *
   * @throws IllegalArgumentException for any other text; the message does not repeat it
   */
  public static Sm4Key parse(String text) {
    byte[] characters = text.getBytes(StandardCharsets.UTF_8);
    if (characters.length == BYTES) {
      return new Sm4Key(characters);
    }
    if (characters.length == 2 * BYTES) {
      try {
        return new Sm4Key(HexFormat.of().parseHex(text));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("an SM4 key of 32 characters must be hexadecimal", e);
      }
    }
    throw new IllegalArgumentException(
        "an SM4 key is 16 characters or 32 hexadecimal digits, not " + characters.length);
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /** The key in 32 upper-case digits. */
  public String hex() {
    return HexFormat.of().withUpperCase().formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sm4Key key && Arrays.equals(bytes, key.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Sm4Key";
  }
}
