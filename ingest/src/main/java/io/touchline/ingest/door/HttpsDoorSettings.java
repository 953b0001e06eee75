package io.touchline.ingest.door;

import io.netty.util.NetUtil;
import io.touchline.ingest.limit.Network;
import io.touchline.ingest.tls.TlsIdentity;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How the HTTPS door is set up.
 *
 * @param host address to listen on
 * @param port 0 takes a free one
 * @param identityOrNull certificate and key; null, which means plain HTTP, on a loopback address
 *     alone: there a reverse proxy may stand in front
 * @param platforms who may come
 * @param networks where they may come from; empty for anywhere
 */
public record HttpsDoorSettings(
    String host,
    int port,
    TlsIdentity identityOrNull,
    List<Platform> platforms,
    List<Network> networks,
    Limits limits) {

  public static final int DEFAULT_PORT = 8443;

  public HttpsDoorSettings {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(limits, "limits");
    platforms = List.copyOf(platforms);
    networks = List.copyOf(networks);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("https.port must be 0 to 65535: " + port);
    }
    if (identityOrNull == null && !isLoopback(host)) {
      throw new IllegalArgumentException(
          "the HTTPS door needs a certificate and key to listen on "
              + host
              + "; without them it listens on 127.0.0.1 or ::1 alone");
    }
    Set<String> names = new HashSet<>();
    Set<String> hashes = new HashSet<>();
    for (Platform platform : platforms) {
      if (!names.add(platform.name())) {
        throw new IllegalArgumentException("two platforms are named " + platform.name());
      }
      for (String hash : platform.keyHashes()) {
        if (!hashes.add(hash.toLowerCase(Locale.ROOT))) {
          throw new IllegalArgumentException(
              "platform " + platform.name() + " shares a key with another; give each its own");
        }
      }
    }
  }

  public Optional<TlsIdentity> identity() {
    return Optional.ofNullable(identityOrNull);
  }

  private static boolean isLoopback(String host) {
    byte[] address = NetUtil.createByteArrayFromIpAddressString(host);
    if (address == null) {
      return host.equals("localhost");
    }
    return address.length == 4 ? address[0] == 127 : host.equals("::1");
  }

  /**
   * What one connection and one request may take. With all of them used at once the door holds
   * {@code connections} × (256 KiB on their way to Kafka + the verdicts of {@code lines} lines,
   * about 200 bytes each); bodies are never held.
   *
   * @param connections open at once
   * @param bodyBytes of a body as it comes
   * @param inflatedBytes of a body after unpacking: what passes it is a bomb or a mistake
   * @param lines of one request
   * @param request from its first byte until it is answered; after that 503
   * @param retryAfter what a platform is told to wait while Kafka is away
   */
  public record Limits(
      int connections,
      long bodyBytes,
      long inflatedBytes,
      int lines,
      Duration request,
      Duration retryAfter) {

    public Limits {
      require(connections > 0, "https.connections must be at least 1", connections);
      require(bodyBytes >= 1024, "https.bodyBytes must be at least 1024", bodyBytes);
      require(
          inflatedBytes >= bodyBytes, "https.inflatedBytes is at least bodyBytes", inflatedBytes);
      require(lines > 0, "https.lines must be at least 1", lines);
      require(request.toMillis() > 0, "https.request must be longer than nothing", 0);
      require(retryAfter.toSeconds() > 0, "https.retryAfter must be at least 1 s", 0);
    }

    public static Limits defaults() {
      return new Limits(
          100, 4L << 20, 32L << 20, 10_000, Duration.ofSeconds(60), Duration.ofSeconds(5));
    }

    private static void require(boolean holds, String rule, long actual) {
      if (!holds) {
        throw new IllegalArgumentException(rule + ": " + actual);
      }
    }
  }
}
