package io.touchline.ingest.tls;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What is asked of those who connect (mutual TLS).
 *
 * @param authorities PEM file of the authorities whose certificates are believed
 * @param required whether one without a certificate is turned away
 * @param nameStations whether a connection may speak only for the MNs that its certificate names:
 *     as common name of the subject or as a DNS name among the alternative ones
 */
public record ClientCertificates(Path authorities, boolean required, boolean nameStations) {

  public ClientCertificates {
    Objects.requireNonNull(authorities, "authorities");
    if (nameStations && !required) {
      throw new IllegalArgumentException(
          "certificates can name the stations only where one is required of everybody");
    }
  }
}
