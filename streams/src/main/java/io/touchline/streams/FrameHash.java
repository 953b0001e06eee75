package io.touchline.streams;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash by which a frame is named as proof: the first 128 bits of SHA-256, in hexadecimal. */
public final class FrameHash {

  private static final int BYTES = 16;

  private FrameHash() {}

  public static String of(byte[] frame) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(frame);
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
