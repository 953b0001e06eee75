package io.touchline.ingest.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.touchline.ingest.tls.TlsFileException.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;

/** Certificates and keys as they lie in PEM files. */
final class PemFiles {

  private static final String KEY_BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String KEY_END = "-----END PRIVATE KEY-----";

  /** Algorithm of a key to one that signs with it. */
  private static final Map<String, String> SIGNING =
      Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

  private PemFiles() {}

  static X509Certificate[] certificates(Path file) throws TlsFileException {
    try {
      X509Certificate[] certificates =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)))
              .toArray(new X509Certificate[0]);
      if (certificates.length > 0) {
        return certificates;
      }
    } catch (IOException | CertificateException unreadable) {
      // Told below: what stands in the file is not repeated.
    }
    throw new TlsFileException(Problem.CERTIFICATE_NOT_READABLE, file);
  }

  /** The private key of that certificate. */
  static PrivateKey key(Path file, X509Certificate certificate) throws TlsFileException {
    PrivateKey key = key(file);
    if (!belongTogether(key, certificate)) {
      throw new TlsFileException(Problem.KEY_OF_ANOTHER_CERTIFICATE, file);
    }
    return key;
  }

  private static PrivateKey key(Path file) throws TlsFileException {
    try {
      String text = Files.readString(file, US_ASCII);
      int begin = text.indexOf(KEY_BEGIN);
      int end = text.indexOf(KEY_END);
      if (begin >= 0 && end > begin) {
        byte[] encoded =
            Base64.getMimeDecoder().decode(text.substring(begin + KEY_BEGIN.length(), end));
        for (String algorithm : SIGNING.keySet()) {
          try {
            return KeyFactory.getInstance(algorithm)
                .generatePrivate(new PKCS8EncodedKeySpec(encoded));
          } catch (GeneralSecurityException another) {
            // The encoding names its algorithm, but the JDK wants to be told.
          }
        }
      }
    } catch (IOException | IllegalArgumentException unreadable) {
      // Told below.
    }
    throw new TlsFileException(Problem.KEY_NOT_READABLE, file);
  }

  /**
   * Found out by signing: while a certificate is being renewed there is a moment in which one file
   * is new and the other is not.
   */
  private static boolean belongTogether(PrivateKey key, X509Certificate certificate) {
    try {
      Signature signature =
          Signature.getInstance(SIGNING.getOrDefault(key.getAlgorithm(), key.getAlgorithm()));
      signature.initSign(key);
      signature.update(KEY_BEGIN.getBytes(US_ASCII));
      byte[] signed = signature.sign();
      signature.initVerify(certificate);
      signature.update(KEY_BEGIN.getBytes(US_ASCII));
      return signature.verify(signed);
    } catch (GeneralSecurityException differ) {
      return false;
    }
  }
}
