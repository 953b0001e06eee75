package io.touchline.ingest;

import io.netty.channel.EventLoopGroup;
import io.touchline.ingest.tls.ClientCertificates;
import io.touchline.ingest.tls.LiveTls;
import io.touchline.ingest.tls.TlsFileException;
import io.touchline.ingest.tls.TlsIdentity;
import io.touchline.ingest.tls.TlsPort;
import java.util.Optional;

/** The port for loggers that speak TLS, open. */
final class TlsDoor implements AutoCloseable {

  private final LiveTls tls;
  private final ListeningPort port;

  private TlsDoor(LiveTls tls, ListeningPort port) {
    this.tls = tls;
    this.port = port;
  }

  /**
   * Opens it.
   *
   * @param plain what happens to a connection without TLS
   * @throws GatewayStartException when a file cannot be used or the address not be had
   */
  static TlsDoor open(TlsPort settings, EventLoopGroup loops, GatewayInitializer plain)
      throws InterruptedException {
    LiveTls tls = load(settings.identity(), settings.clients());
    boolean nameStations = settings.clients().map(ClientCertificates::nameStations).orElse(false);
    try {
      GatewayInitializer secured = plain.over(new GatewayInitializer.Tls(tls, nameStations));
      return new TlsDoor(tls, ListeningPort.open(loops, settings.host(), settings.port(), secured));
    } catch (RuntimeException | InterruptedException e) {
      tls.close();
      throw e;
    }
  }

  /** TLS files, or the reason for a person why they cannot be used. */
  static LiveTls load(TlsIdentity identity, Optional<ClientCertificates> clients) {
    try {
      return new LiveTls(identity, clients);
    } catch (TlsFileException e) {
      throw new GatewayStartException(
          GatewayStartException.Fault.valueOf(e.problem().name()), e.file().toString());
    }
  }

  int port() {
    return port.number();
  }

  @Override
  public void close() {
    port.close();
    tls.close();
  }
}
