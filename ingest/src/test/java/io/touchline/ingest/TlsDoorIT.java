package io.touchline.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.pkitesting.X509Bundle;
import io.touchline.contract.Topics;
import io.touchline.ingest.tls.Certificates;
import io.touchline.ingest.tls.ClientCertificates;
import io.touchline.ingest.tls.TlsIdentity;
import io.touchline.ingest.tls.TlsPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loggers that speak TLS, beside those that do not. */
@Timeout(120)
class TlsDoorIT {

  private static final Duration LOOK = Duration.ofMillis(50);

  static {
    LeakWatch.install();
  }

  private final BrokerFixture broker = BrokerFixture.shared();
  private final Topics topics = new Topics("tls-" + UUID.randomUUID() + ".", 3);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Certificates certificates = new Certificates("authority");
  @TempDir private Path directory;
  private TlsIdentity identity;
  private Gateway gateway;
  private int plainPort;

  @BeforeEach
  void register() {
    broker.create(topics);
    broker.register(topics, Frames.MN, Outlets.stack(Frames.MN, Frames.PW));
    identity = Certificates.write(directory, certificates.issue("gateway"), LOOK);
  }

  @AfterEach
  void close() {
    gateway.close();
    assertThat(LeakWatch.leaks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void aFrameOverTlsIsKeptAndAnsweredAsAnyOther(String version) throws Exception {
    start(null);
    try (DataLogger logger = connect(certificates.client(null), version);
        DataLogger plain = new DataLogger(plainPort)) {
      logger.send(Frames.minute(Frames.qn(1)));
      plain.send(Frames.minute(Frames.qn(2)));

      assertThat(logger.answer()).isEqualTo(new String(Frames.reply(Frames.qn(1)), ISO_8859_1));
      assertThat(plain.answer()).contains(Frames.qn(2));
    }
    assertThat(broker.read(topics.packets())).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void aLoggerThatHasSaidAllItHasToSayStillGetsItsAnswers(String version) throws Exception {
    start(null);
    try (DataLogger logger = connect(certificates.client(null), version)) {
      logger.send(Frames.join(Frames.minute(Frames.qn(1)), Frames.minute(Frames.qn(2))));
      if (version.equals("TLSv1.3")) {
        // In 1.2 the end of one direction is the end of both.
        logger.sayNoMore();
      }

      assertThat(logger.answer()).contains(Frames.qn(1));
      assertThat(logger.answer()).contains(Frames.qn(2));
    }
    await().until(() -> gateway.counters().connections() == 0);
  }

  @Test
  void whoSpeaksNoTlsOrAnOldOneIsClosedAndCounted() throws Exception {
    start(null);
    try (DataLogger plain = new DataLogger(gateway.tlsPort())) {
      plain.send(Frames.minute(Frames.qn(1)));
      assertThatThrownBy(
              () -> {
                while (plain.answer() != null) {
                  // An alert may come before the end.
                }
                throw new IOException("closed");
              })
          .isInstanceOf(IOException.class);
    }
    await().until(() -> closedByTls() == 1);
    assertThat(gateway.counters().received()).isZero();
  }

  @Test
  void withoutACertificateOfTheAuthorityNobodyComesInWhereOneIsRequired() throws Exception {
    start(new ClientCertificates(certificates.writeAuthority(directory), true, false));
    Certificates others = new Certificates("another authority");

    assertTurnedAway(certificates.client(null));
    assertTurnedAway(certificates.client(others.issue("logger")));
    try (DataLogger logger =
        connect(certificates.client(certificates.issue("logger")), "TLSv1.3")) {
      logger.send(Frames.minute(Frames.qn(1)));
      assertThat(logger.answer()).contains(Frames.qn(1));
    }
    await().until(() -> closedByTls() == 2);
  }

  @Test
  void aCertificateSpeaksForTheMnsItNamesAndNoOthers() throws Exception {
    start(new ClientCertificates(certificates.writeAuthority(directory), true, true));
    X509Bundle subject = certificates.issue(Frames.MN);
    X509Bundle alternative =
        certificates.issue("concentrator", "other", Frames.MN.toLowerCase(Locale.ROOT));
    X509Bundle foreign = certificates.issue("other");

    try (DataLogger logger = connect(certificates.client(subject), "TLSv1.3")) {
      logger.send(Frames.minute(Frames.qn(1)));
      assertThat(logger.answer()).contains(Frames.qn(1));
    }
    try (DataLogger logger = connect(certificates.client(alternative), "TLSv1.2")) {
      logger.send(Frames.minute(Frames.qn(2)));
      assertThat(logger.answer()).contains(Frames.qn(2));
    }
    try (DataLogger logger = connect(certificates.client(foreign), "TLSv1.3")) {
      logger.send(Frames.minute(Frames.qn(3)));
      logger.sayNoMore();
      assertThat(logger.answer()).isNull();
    }
    assertThat(gateway.counters().quarantinedByReason()).containsEntry("foreign-mn", 1L);
    assertThat(broker.read(topics.packets())).hasSize(2);
  }

  @Test
  void aRenewedCertificateIsShownToWhoeverConnectsFromThenOn() throws Exception {
    start(null);
    try (DataLogger before = connect(certificates.client(null), "TLSv1.3")) {
      Certificates renewed = new Certificates("new authority");
      Certificates.write(directory, renewed.issue("gateway"), LOOK);

      await()
          .ignoreExceptions()
          .untilAsserted(
              () -> {
                try (DataLogger after = connect(renewed.client(null), "TLSv1.3")) {
                  after.send(Frames.minute(Frames.qn(1)));
                  assertThat(after.answer()).contains(Frames.qn(1));
                }
              });
      before.send(Frames.minute(Frames.qn(2)));
      assertThat(before.answer()).contains(Frames.qn(2));
    }
  }

  @Test
  void aFileThatCannotBeUsedIsNamedAtStart() throws Exception {
    Files.writeString(identity.key(), "no key");

    assertThatThrownBy(() -> start(null))
        .isInstanceOf(GatewayStartException.class)
        .hasMessageContaining(identity.key().toString());
  }

  private void start(ClientCertificates clients) {
    gateway =
        new Gateway(
            GatewaySettings.defaults()
                .withAddress("127.0.0.1", 0)
                .with(
                    GatewaySettings.Doors.NONE.with(
                        new TlsPort("127.0.0.1", 0, identity, clients))),
            topics,
            broker.servers(),
            meters,
            Clock.systemUTC());
    plainPort = gateway.start();
  }

  private DataLogger connect(SSLContext context, String version) throws IOException {
    SSLSocket socket =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), gateway.tlsPort());
    socket.setEnabledProtocols(new String[] {version});
    return new DataLogger((Socket) socket);
  }

  /** In TLS 1.3 a client learns only after its handshake that its certificate is not believed. */
  private void assertTurnedAway(SSLContext context) throws IOException {
    try (DataLogger logger = connect(context, "TLSv1.2")) {
      assertThatThrownBy(
              () -> {
                logger.send(Frames.minute(Frames.qn(9)));
                throw new SSLHandshakeException(logger.answer());
              })
          .isInstanceOf(IOException.class);
    }
    assertThat(gateway.counters().received()).isZero();
  }

  private double closedByTls() {
    return meters
        .get("touchline.gateway.connections.closed")
        .tags("cause", "tls")
        .functionCounter()
        .count();
  }
}
