package io.touchline.ingest.tls;

import java.nio.file.Path;

/** A file that TLS needs cannot be used. Says which one and in which way, and nothing out of it. */
public final class TlsFileException extends Exception {

  /** What is wrong with the file. */
  public enum Problem {
    /** No PEM certificates could be read from it. */
    CERTIFICATE_NOT_READABLE,
    /** No PEM private key in PKCS #8, unencrypted, could be read from it. */
    KEY_NOT_READABLE,
    /** It is a key, but not that of the certificate. */
    KEY_OF_ANOTHER_CERTIFICATE
  }

  private final Problem problem;
  private final Path file;

  TlsFileException(Problem problem, Path file) {
    super(problem + ": " + file);
    this.problem = problem;
    this.file = file;
  }

  public Problem problem() {
    return problem;
  }

  public Path file() {
    return file;
  }
}
