package io.touchline.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.app.Complaint;
import io.touchline.app.Texts;
import io.touchline.app.settings.Configuration;
import io.touchline.ingest.GatewaySettings;
import io.touchline.ingest.limit.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorConfigurationTest {

  private static final String HASH = "ab".repeat(32);

  @TempDir Path directory;

  @BeforeEach
  void english() {
    Texts.speak(Locale.ENGLISH);
  }

  @Test
  void withoutAnyKeyThereAreNoDoorsAndTheLimitsAreTheDefaults() {
    GatewaySettings settings = settings(Map.of());

    assertThat(settings.doors()).isEqualTo(GatewaySettings.Doors.NONE);
    assertThat(settings.connections()).isEqualTo(GatewaySettings.Connections.defaults());
    assertThat(settings.strangers()).isEqualTo(GatewaySettings.Strangers.defaults());
    assertThat(settings.patience()).isEqualTo(GatewaySettings.Patience.defaults());
  }

  @Test
  void everyDoorIsMadeAsItsKeysSay() throws IOException {
    Path platforms =
        platforms(
            """
            {"https":[{"name":"west","keyHashes":["%s"],"regions":["610000"]}],
             "kafka":[{"topic":"from-east","mnPrefixes":["0100"],"verdicts":true}]}
            """
                .formatted(HASH));
    GatewaySettings settings =
        settings(
            Map.of(
                "TOUCHLINE_GATEWAY_TLS_PORT", "9443",
                "TOUCHLINE_GATEWAY_TLS_CERTIFICATE", "chain.pem",
                "TOUCHLINE_GATEWAY_TLS_KEY", "key.pem",
                "TOUCHLINE_GATEWAY_TLS_CLIENT_AUTHORITIES", "ca.pem",
                "TOUCHLINE_GATEWAY_TLS_CLIENT_NAMES_STATIONS", "yes",
                "TOUCHLINE_GATEWAY_HTTPS_PORT", "8443",
                "TOUCHLINE_GATEWAY_PLATFORMS", platforms.toString(),
                "TOUCHLINE_GATEWAY_CONNECTIONS_NETWORKS", "10.0.0.0/8, ::1"));

    GatewaySettings.Doors doors = settings.doors();
    assertThat(doors.tlsOrNull().port()).isEqualTo(9443);
    assertThat(doors.tlsOrNull().identity().key()).isEqualTo(Path.of("key.pem"));
    assertThat(doors.tlsOrNull().clientsOrNull().nameStations()).isTrue();
    assertThat(doors.tlsOrNull().clientsOrNull().required()).isTrue();
    assertThat(doors.httpsOrNull().identity()).contains(doors.tlsOrNull().identity());
    assertThat(doors.httpsOrNull().platforms().get(0).jurisdiction().regions())
        .containsExactly("610000");
    assertThat(doors.kafkaOrNull().sources().get(0).verdictTopic()).isEqualTo("from-east.verdicts");
    assertThat(settings.connections().networks())
        .isEqualTo(List.of(Network.of("10.0.0.0/8"), Network.of("::1")));
  }

  @ParameterizedTest(name = "{0}={1}: {2}")
  @CsvSource({
    "TLS_PORT,9443,gateway.tls.certificate",
    "TLS_KEY,key.pem,gateway.tls.certificate",
    "HTTPS_PORT,8443,certificate",
    "CONNECTIONS_NETWORKS,10.0.0.1/8,10.20.0.0/16",
    "LOCK_OUT_LONGEST,1s,gateway.lock-out.first",
    "TLS_CLIENT_REQUIRED,perhaps,yes or no",
    "PLATFORMS,/no/such/file.json,/no/such/file.json"
  })
  void whatDoesNotGoTogetherIsToldWithTheKeyToChange(String key, String value, String told) {
    assertThatThrownBy(() -> settings(Map.of("TOUCHLINE_GATEWAY_" + key, value)))
        .isInstanceOf(Complaint.class)
        .hasMessageContaining(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"https\":[{\"name\":\"west\",\"key\":\"secret\"}]}|line 1",
        "{\"https\":[{|line 1",
        "{\"https\":[{\"name\":\"west\",\"keyHashes\":[\"secret\"]}]}|sha256sum",
        "{\"kafka\":[{\"topic\":\"\"}]}|without a name",
        "{\"kafka\":[{\"topic\":\"a\",\"regions\":[\"6101\"]}]}|GB/T 2260"
      })
  void aMistakeInTheFileOfPlatformsIsToldAndNothingOfTheFile(String text, String told)
      throws IOException {
    Map<String, String> keys =
        Map.of(
            "TOUCHLINE_GATEWAY_PLATFORMS", platforms(text).toString(),
            "TOUCHLINE_GATEWAY_HTTPS_HOST", "127.0.0.1",
            "TOUCHLINE_GATEWAY_HTTPS_PORT", "8080");

    assertThatThrownBy(() -> settings(keys))
        .isInstanceOf(Complaint.class)
        .hasMessageContaining(told)
        .hasMessageNotContaining("secret");
  }

  private Path platforms(String text) throws IOException {
    return Files.writeString(directory.resolve("platforms.json"), text);
  }

  private static GatewaySettings settings(Map<String, String> keys) {
    Map<String, String> environment = new HashMap<>(keys);
    environment.put("TOUCHLINE_KAFKA_BOOTSTRAP_SERVERS", "one:9092");
    return GatewayConfiguration.settings(
        Configuration.read(null, environment, GatewayConfiguration.ALL));
  }
}
