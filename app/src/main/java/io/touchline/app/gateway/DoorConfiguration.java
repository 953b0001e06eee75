package io.touchline.app.gateway;

import io.touchline.app.Complaint;
import io.touchline.app.settings.Configuration;
import io.touchline.app.settings.Form;
import io.touchline.app.settings.Setting;
import io.touchline.ingest.GatewaySettings.Doors;
import io.touchline.ingest.door.HttpsDoorSettings;
import io.touchline.ingest.door.KafkaDoorSettings;
import io.touchline.ingest.tls.ClientCertificates;
import io.touchline.ingest.tls.TlsIdentity;
import io.touchline.ingest.tls.TlsPort;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The keys of the doors beside the plain port, and what they make. Each is off until it is set. */
final class DoorConfiguration {

  static final Setting<Optional<Integer>> TLS_PORT =
      new Setting<>("gateway.tls.port", Form.OPTIONAL_PORT, Optional.empty());
  static final Setting<String> TLS_HOST = new Setting<>("gateway.tls.host", Form.TEXT, "0.0.0.0");
  static final Setting<Optional<String>> CERTIFICATE = text("gateway.tls.certificate");
  static final Setting<Optional<String>> KEY = text("gateway.tls.key");
  static final Setting<Optional<String>> AUTHORITIES = text("gateway.tls.client-authorities");
  static final Setting<Boolean> CLIENTS_REQUIRED =
      new Setting<>("gateway.tls.client-required", Form.YES_OR_NO, true);
  static final Setting<Boolean> CLIENTS_NAME_STATIONS =
      new Setting<>("gateway.tls.client-names-stations", Form.YES_OR_NO, false);
  static final Setting<Optional<Integer>> HTTPS_PORT =
      new Setting<>("gateway.https.port", Form.OPTIONAL_PORT, Optional.empty());
  static final Setting<String> HTTPS_HOST =
      new Setting<>("gateway.https.host", Form.TEXT, "0.0.0.0");
  static final Setting<Optional<String>> PLATFORMS = text("gateway.platforms");
  static final Setting<String> KAFKA_GROUP =
      new Setting<>("gateway.kafka-door.group", Form.TEXT, KafkaDoorSettings.DEFAULT_GROUP);

  /** In the order of the page. */
  static final List<Setting<?>> ALL =
      List.of(
          TLS_PORT,
          TLS_HOST,
          CERTIFICATE,
          KEY,
          AUTHORITIES,
          CLIENTS_REQUIRED,
          CLIENTS_NAME_STATIONS,
          HTTPS_PORT,
          HTTPS_HOST,
          PLATFORMS,
          KAFKA_GROUP);

  private DoorConfiguration() {}

  /**
   * The doors that are set.
   *
   * @throws Complaint when what is set does not go together
   */
  static Doors doors(Configuration configuration) {
    PlatformsFile platforms =
        configuration
            .get(PLATFORMS)
            .map(file -> PlatformsFile.read(Path.of(file)))
            .orElse(new PlatformsFile(null, null));
    try {
      return new Doors(
          tls(configuration), https(configuration, platforms), kafka(configuration, platforms));
    } catch (IllegalArgumentException e) {
      throw Complaint.usage("settings.wrong", e.getMessage());
    }
  }

  private static TlsPort tls(Configuration configuration) {
    Optional<Integer> port = configuration.get(TLS_PORT);
    if (port.isEmpty()) {
      return null;
    }
    TlsIdentity identity =
        identity(configuration)
            .orElseThrow(
                () ->
                    Complaint.usage(
                        "gateway.tls.incomplete", TLS_PORT.key(), CERTIFICATE.key(), KEY.key()));
    ClientCertificates clients =
        configuration
            .get(AUTHORITIES)
            .map(
                file ->
                    new ClientCertificates(
                        Path.of(file),
                        configuration.get(CLIENTS_REQUIRED),
                        configuration.get(CLIENTS_NAME_STATIONS)))
            .orElse(null);
    return new TlsPort(configuration.get(TLS_HOST), port.get(), identity, clients);
  }

  private static Optional<TlsIdentity> identity(Configuration configuration) {
    Optional<String> certificate = configuration.get(CERTIFICATE);
    Optional<String> key = configuration.get(KEY);
    if (certificate.isPresent() != key.isPresent()) {
      throw Complaint.usage(
          "gateway.tls.incomplete",
          (certificate.isPresent() ? CERTIFICATE : KEY).key(),
          CERTIFICATE.key(),
          KEY.key());
    }
    return certificate.map(file -> new TlsIdentity(Path.of(file), Path.of(key.orElseThrow())));
  }

  private static HttpsDoorSettings https(Configuration configuration, PlatformsFile platforms) {
    Optional<TlsIdentity> identity = identity(configuration);
    return configuration
        .get(HTTPS_PORT)
        .map(
            port ->
                new HttpsDoorSettings(
                    configuration.get(HTTPS_HOST),
                    port,
                    identity.orElse(null),
                    platforms.platforms(),
                    List.of(),
                    HttpsDoorSettings.Limits.defaults()))
        .orElse(null);
  }

  private static KafkaDoorSettings kafka(Configuration configuration, PlatformsFile platforms) {
    return platforms.kafka().isEmpty()
        ? null
        : new KafkaDoorSettings(configuration.get(KAFKA_GROUP), platforms.sources());
  }

  private static Setting<Optional<String>> text(String key) {
    return new Setting<>(key, Form.OPTIONAL_TEXT, Optional.empty());
  }
}
