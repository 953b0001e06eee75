package io.touchline.ingest.tls;

import java.util.Objects;
import java.util.Optional;

/**
 * A second port, for loggers that speak TLS 1.2 or 1.3. It is a port of its own and not the same
 * one with a look at the first byte: so a firewall can close the plain one, and nobody who believes
 * to be protected can be talked down to plain text.
 *
 * @param port 0 takes a free one
 * @param clientsOrNull what is asked of the loggers, null for nothing
 */
public record TlsPort(
    String host, int port, TlsIdentity identity, ClientCertificates clientsOrNull) {

  public static final int DEFAULT_PORT = 9443;

  public TlsPort {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(identity, "identity");
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("tls.port must be 0 to 65535: " + port);
    }
  }

  public Optional<ClientCertificates> clients() {
    return Optional.ofNullable(clientsOrNull);
  }
}
