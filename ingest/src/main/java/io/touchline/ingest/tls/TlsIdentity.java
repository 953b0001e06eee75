package io.touchline.ingest.tls;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * What a door shows to those who connect.
 *
 * @param chain PEM file of its certificate and those that vouch for it, its own first
 * @param key PEM file of the private key, PKCS #8 and not encrypted. Only the gateway's user should
 *     be able to read it
 * @param look how often the files are looked at; when they have changed, connections made from then
 *     on see the new ones
 */
public record TlsIdentity(Path chain, Path key, Duration look) {

  private static final Duration USUAL_LOOK = Duration.ofSeconds(30);

  public TlsIdentity {
    Objects.requireNonNull(chain, "chain");
    Objects.requireNonNull(key, "key");
    if (look.isZero() || look.isNegative()) {
      throw new IllegalArgumentException("look must be longer than nothing: " + look);
    }
  }

  public TlsIdentity(Path chain, Path key) {
    this(chain, key, USUAL_LOOK);
  }
}
