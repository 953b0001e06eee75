package io.touchline.app.proof;

import io.touchline.app.Complaint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The key pair that seals dossiers: Ed25519 (RFC 8032), from a file with both halves as PEM. */
final class SealKey {

  private static final String ALGORITHM = "Ed25519";
  private static final int LINE = 64;

  private final PrivateKey secret;
  private final PublicKey open;

  private SealKey(PrivateKey secret, PublicKey open) {
    this.secret = secret;
    this.open = open;
  }

  /**
   * Reads a file.
   *
   * @throws Complaint where it cannot be read, or does not hold the two halves of one key
   */
  static SealKey read(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.US_ASCII);
      KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
      SealKey key =
          new SealKey(
              keys.generatePrivate(new PKCS8EncodedKeySpec(pem(text, "PRIVATE KEY"))),
              keys.generatePublic(new X509EncodedKeySpec(pem(text, "PUBLIC KEY"))));
      byte[] probe = ALGORITHM.getBytes(StandardCharsets.US_ASCII);
      if (!holds(key.open, probe, key.sign(probe))) {
        throw new GeneralSecurityException("the halves are not of one key");
      }
      return key;
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw Complaint.because(e, "dossier.key", file.toAbsolutePath(), e.getMessage());
    }
  }

  /** The signature over some bytes, the same every time. */
  byte[] sign(byte[] bytes) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key was tried when it was read", e);
    }
  }

  /** The public half as PEM. */
  byte[] publicPem() {
    Base64.Encoder base64 = Base64.getMimeEncoder(LINE, new byte[] {'\n'});
    return ("-----BEGIN PUBLIC KEY-----\n"
            + base64.encodeToString(open.getEncoded())
            + "\n-----END PUBLIC KEY-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  String fingerprint() {
    return Sha256.of(open.getEncoded());
  }

  /**
   * SHA-256 of a public key's X.509 encoding.
   *
   * @throws IllegalArgumentException where the text holds none
   */
  static String fingerprintOf(byte[] publicPem) {
    return Sha256.of(pem(new String(publicPem, StandardCharsets.US_ASCII), "PUBLIC KEY"));
  }

  /** Whether a signature is that of the key over the bytes; never where one of them is broken. */
  static boolean holds(byte[] publicPem, byte[] bytes, byte[] signature) {
    try {
      byte[] key = pem(new String(publicPem, StandardCharsets.US_ASCII), "PUBLIC KEY");
      return holds(
          KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(key)),
          bytes,
          signature);
    } catch (GeneralSecurityException | IllegalArgumentException broken) {
      return false;
    }
  }

  private static boolean holds(PublicKey key, byte[] bytes, byte[] signature)
      throws GeneralSecurityException {
    Signature check = Signature.getInstance(ALGORITHM);
    check.initVerify(key);
    check.update(bytes);
    return check.verify(signature);
  }

  private static byte[] pem(String text, String what) {
    Matcher block =
        Pattern.compile(
                "-----BEGIN " + what + "-----([A-Za-z0-9+/=\\s]+)-----END " + what + "-----")
            .matcher(text);
    if (!block.find()) {
      throw new IllegalArgumentException("no block " + what);
    }
    return Base64.getMimeDecoder().decode(block.group(1));
  }
}
