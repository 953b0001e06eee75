package io.touchline.ingest.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.handler.ssl.SslHandler;
import io.netty.pkitesting.X509Bundle;
import io.touchline.ingest.tls.TlsFileException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveTlsTest {

  private static final Duration LOOK = Duration.ofMillis(20);

  private final Certificates certificates = new Certificates("authority");
  @TempDir private Path directory;

  @Test
  void certificatesOfEachUsualKindOfKeyAreLoaded() throws TlsFileException {
    for (X509Bundle bundle :
        new X509Bundle[] {certificates.issue("gateway"), certificates.issueRsa("gateway")}) {
      try (LiveTls tls = live(bundle)) {
        assertThat(handler(tls).engine().getEnabledProtocols())
            .containsExactlyInAnyOrder("TLSv1.3", "TLSv1.2");
      }
    }
  }

  @Test
  void aFileThatCannotBeUsedIsNamedWithWhatIsWrong() throws IOException {
    TlsIdentity good = Certificates.write(directory, certificates.issue("gateway"), LOOK);
    Path missing = directory.resolve("missing.pem");
    Path text = Files.writeString(directory.resolve("text.pem"), "secret words");
    Path encrypted =
        Files.writeString(
            directory.resolve("encrypted.pem"),
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMII=\n-----END ENCRYPTED PRIVATE KEY-----\n");
    Path other = directory.resolve("other.pem");
    Files.writeString(other, certificates.issue("other").getPrivateKeyPEM());

    assertProblem(new TlsIdentity(missing, good.key()), Problem.CERTIFICATE_NOT_READABLE, missing);
    assertProblem(new TlsIdentity(text, good.key()), Problem.CERTIFICATE_NOT_READABLE, text);
    assertProblem(new TlsIdentity(good.chain(), missing), Problem.KEY_NOT_READABLE, missing);
    assertProblem(new TlsIdentity(good.chain(), text), Problem.KEY_NOT_READABLE, text);
    assertProblem(new TlsIdentity(good.chain(), encrypted), Problem.KEY_NOT_READABLE, encrypted);
    assertProblem(new TlsIdentity(good.chain(), other), Problem.KEY_OF_ANOTHER_CERTIFICATE, other);
  }

  private static void assertProblem(TlsIdentity identity, Problem problem, Path file) {
    assertThatThrownBy(() -> new LiveTls(identity, Optional.empty()))
        .isInstanceOfSatisfying(
            TlsFileException.class,
            e -> {
              assertThat(e.problem()).isEqualTo(problem);
              assertThat(e.file()).isEqualTo(file);
              assertThat(e).hasMessageNotContaining("secret");
            });
  }

  @Test
  void aRenewedCertificateIsTakenAndAHalfRenewedOneIsNot() throws Exception {
    X509Bundle first = certificates.issue("first");
    X509Bundle second = certificates.issue("second");
    try (LiveTls tls = live(first)) {
      assertThat(servedBy(tls)).isEqualTo(first.getCertificate());

      // The chain alone: its key is still the old one.
      Files.writeString(directory.resolve("chain.pem"), second.getCertificatePathPEM());
      await()
          .during(Duration.ofMillis(200))
          .until(() -> servedBy(tls).equals(first.getCertificate()));

      Files.writeString(directory.resolve("key.pem"), second.getPrivateKeyPEM());
      await().until(() -> servedBy(tls).equals(second.getCertificate()));
    }
  }

  private LiveTls live(X509Bundle bundle) throws TlsFileException {
    return new LiveTls(Certificates.write(directory, bundle, LOOK), Optional.empty());
  }

  private static SslHandler handler(LiveTls tls) {
    return tls.handler(UnpooledByteBufAllocator.DEFAULT);
  }

  /** What a client would be shown, by a handshake in memory. */
  private java.security.cert.Certificate servedBy(LiveTls tls) throws Exception {
    return Handshake.between(certificates.client(null), handler(tls).engine());
  }
}
