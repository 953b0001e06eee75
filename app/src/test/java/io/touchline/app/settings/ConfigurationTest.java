package io.touchline.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.app.Complaint;
import io.touchline.app.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {

  private static final Setting<Integer> PORT = new Setting<>("gateway.port", Form.PORT, 9000);
  private static final Setting<Duration> IDLE =
      new Setting<>("gateway.patience.idle", Form.DURATION, Duration.ofMinutes(10));
  private static final Setting<Long> IN_FLIGHT =
      new Setting<>("gateway.in-flight.total", Form.BYTES, 32L << 20);
  private static final Setting<String> KAFKA =
      new Setting<>("kafka.bootstrap.servers", Form.TEXT, null);
  private static final List<Setting<?>> KNOWN = List.of(PORT, IDLE, IN_FLIGHT, KAFKA);

  private static final Map<String, String> ENOUGH =
      Map.of("TOUCHLINE_KAFKA_BOOTSTRAP_SERVERS", "one:9092");

  @TempDir Path directory;

  @BeforeEach
  void english() {
    Texts.speak(Locale.ENGLISH);
  }

  @Test
  void whatNobodySetsIsTheDefault() {
    Configuration configuration = Configuration.read(null, ENOUGH, KNOWN);

    assertThat(configuration.get(PORT)).isEqualTo(9000);
    assertThat(configuration.get(IDLE)).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void variableComesOverTheFile() throws IOException {
    Path file = file("gateway.port = 9001\nkafka.bootstrap.servers=two:9092\n");

    Configuration configuration =
        Configuration.read(file, Map.of("TOUCHLINE_GATEWAY_PORT", "9002"), KNOWN);

    assertThat(configuration.get(PORT)).isEqualTo(9002);
    assertThat(configuration.get(KAFKA)).isEqualTo("two:9092");
  }

  @Test
  void everyKafkaKeyGoesToTheClientsAsItStands() throws IOException {
    Path file = file("kafka.security.protocol=SSL\nkafka.ssl.keystore.password=x\n");

    assertThat(
            Configuration.read(
                    file,
                    Map.of(
                        "TOUCHLINE_KAFKA_BOOTSTRAP_SERVERS", "one:9092",
                        "TOUCHLINE_KAFKA_SASL_MECHANISM", "PLAIN"),
                    KNOWN)
                .kafka())
        .containsOnly(
            Map.entry("security.protocol", "SSL"),
            Map.entry("ssl.keystore.password", "x"),
            Map.entry("bootstrap.servers", "one:9092"),
            Map.entry("sasl.mechanism", "PLAIN"));
  }

  @Test
  void variablesOfTheOtherRolesAreNoneOfOurs() {
    Map<String, String> environment =
        Map.of(
            "TOUCHLINE_KAFKA_BOOTSTRAP_SERVERS", "one:9092",
            "TOUCHLINE_LANG", "en",
            "TOUCHLINE_ALERTS_PORT", "x");

    assertThat(Configuration.read(null, environment, KNOWN).get(PORT)).isEqualTo(9000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gateway.prot=9000 | gateway.properties:2: there is no key gateway.prot."
            + " Was it to be gateway.port?",
        "gateway.port=70000 | gateway.properties:2: gateway.port cannot be \"70000\"."
            + " Write a whole number from 0 to 65535",
        "gateway.patience.idle=10 | gateway.patience.idle cannot be \"10\". Write a whole number with",
        "gateway.patience.idle=0s | gateway.patience.idle cannot be \"0s\".",
        "gateway.in-flight.total=32 MB | gateway.in-flight.total cannot be \"32 MB\".",
        "gateway.in-flight.total= | gateway.in-flight.total cannot be \"\".",
      })
  void mistakeIsToldWithItsPlaceAndItsMend(String line, String told) throws IOException {
    Path file = file("# a gateway\n" + line + "\n");

    assertThatThrownBy(() -> Configuration.read(file, ENOUGH, KNOWN))
        .isInstanceOf(Complaint.class)
        .hasMessageContaining(told);
  }

  @Test
  void allMistakesAreToldTogether() throws IOException {
    Path file = file("gateway.port=x\ngateway.patience.idel=5s\n");

    assertThatThrownBy(() -> Configuration.read(file, Map.of("TOUCHLINE_GATEWAY_PRT", "1"), KNOWN))
        .hasMessageContaining("gateway.port cannot be \"x\"")
        .hasMessageContaining("Was it to be gateway.patience.idle?")
        .hasMessageContaining("environment: there is no key TOUCHLINE_GATEWAY_PRT")
        .hasMessageContaining("Was it to be TOUCHLINE_GATEWAY_PORT?")
        .hasMessageContaining(
            "kafka.bootstrap.servers is missing (or the variable TOUCHLINE_KAFKA_BOOTSTRAP_SERVERS)");
  }

  @ParameterizedTest
  @CsvSource({"250ms, PT0.25S", "30s, PT30S", "10min, PT10M", "1h, PT1H", "5 s, PT5S"})
  void durationIsWrittenWithItsUnit(String text, Duration duration) throws IOException {
    Path file = file("gateway.patience.idle=" + text);

    assertThat(Configuration.read(file, ENOUGH, KNOWN).get(IDLE)).isEqualTo(duration);
  }

  @ParameterizedTest
  @CsvSource({"65536, 65536", "256KiB, 262144", "32 MiB, 33554432", "1GiB, 1073741824"})
  void bytesAreWrittenWithOrWithoutAUnit(String text, long bytes) throws IOException {
    Path file = file("gateway.in-flight.total=" + text);

    assertThat(Configuration.read(file, ENOUGH, KNOWN).get(IN_FLIGHT)).isEqualTo(bytes);
  }

  @Test
  void defaultIsWrittenAsItWouldBeRead() {
    assertThat(IN_FLIGHT.written()).isEqualTo("32MiB");
    assertThat(IDLE.written()).isEqualTo("600s");
  }

  @Test
  void fileThatIsNotUtf8IsToldSo() throws IOException {
    Path file = directory.resolve("gbk.properties");
    Files.write(file, "gateway.name=网关".getBytes("GBK"));

    assertThatThrownBy(() -> Configuration.read(file, ENOUGH, KNOWN))
        .hasMessageContaining("is not UTF-8");
  }

  @Test
  void fileThatIsNotThereIsNamed() {
    Path file = directory.resolve("none.properties");

    assertThatThrownBy(() -> Configuration.read(file, ENOUGH, KNOWN))
        .hasMessageContaining("none.properties");
  }

  private Path file(String text) throws IOException {
    return Files.write(
        directory.resolve("gateway.properties"), text.getBytes(StandardCharsets.UTF_8));
  }
}
