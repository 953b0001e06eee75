package io.touchline.ingest.tls;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * TLS of one door, as its files have it now. They are looked at every so often by a thread of its
 * own; what has changed holds for connections made from then on. Files that cannot be used change
 * nothing: what was loaded before stands. Thread-safe.
 */
public final class LiveTls implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LiveTls.class);
  private static final List<String> VERSIONS = List.of("TLSv1.3", "TLSv1.2");
  private static final long HANDSHAKE_SECONDS = 30;

  private final TlsIdentity identity;
  private final Optional<ClientCertificates> clients;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "gateway-tls");
            thread.setDaemon(true);
            return thread;
          });

  private volatile SslContext context;
  private volatile byte[] loaded;

  /**
   * Loads the files and follows them.
   *
   * @throws TlsFileException when they cannot be used
   */
  @SuppressWarnings("FutureReturnValueIgnored") // look() lets no exception out.
  public LiveTls(TlsIdentity identity, Optional<ClientCertificates> clients)
      throws TlsFileException {
    this.identity = identity;
    this.clients = clients;
    loaded = fingerprint();
    context = load();
    long nanos = identity.look().toNanos();
    watch.scheduleWithFixedDelay(this::look, nanos, nanos, TimeUnit.NANOSECONDS);
  }

  /** The TLS of one connection. */
  public SslHandler handler(ByteBufAllocator buffers) {
    SslHandler handler = context.newHandler(buffers);
    handler.setHandshakeTimeout(HANDSHAKE_SECONDS, TimeUnit.SECONDS);
    return handler;
  }

  private void look() {
    byte[] now = fingerprint();
    if (Arrays.equals(now, loaded)) {
      return;
    }
    // Noted before they are loaded: files that cannot be used are complained of once.
    loaded = now;
    try {
      context = load();
      LOG.atInfo().addKeyValue("certificate", identity.chain()).log("TLS files loaded again");
    } catch (TlsFileException e) {
      LOG.atWarn()
          .addKeyValue("problem", e.problem())
          .addKeyValue("file", e.file())
          .log("changed TLS files cannot be used; those before them stand. Mend the file");
    }
  }

  private SslContext load() throws TlsFileException {
    X509Certificate[] chain = PemFiles.certificates(identity.chain());
    PrivateKey key = PemFiles.key(identity.key(), chain[0]);
    SslContextBuilder builder =
        SslContextBuilder.forServer(key, chain).sslProvider(SslProvider.JDK).protocols(VERSIONS);
    if (clients.isPresent()) {
      builder
          .trustManager(PemFiles.certificates(clients.get().authorities()))
          .clientAuth(clients.get().required() ? ClientAuth.REQUIRE : ClientAuth.OPTIONAL);
    }
    try {
      return builder.build();
    } catch (SSLException | RuntimeException e) {
      throw new TlsFileException(
          TlsFileException.Problem.CERTIFICATE_NOT_READABLE, identity.chain());
    }
  }

  /** Of what the files hold; a file that cannot be read counts as empty. */
  private byte[] fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Stream.concat(
              Stream.of(identity.chain(), identity.key()),
              clients.map(ClientCertificates::authorities).stream())
          .forEach(file -> digest.update(bytesOf(file)));
      return digest.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] bytesOf(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      return new byte[0];
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
