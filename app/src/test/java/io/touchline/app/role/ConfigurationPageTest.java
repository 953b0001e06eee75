package io.touchline.app.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.app.alerts.AlertsConfiguration;
import io.touchline.app.gateway.GatewayConfiguration;
import io.touchline.app.journal.StreamsConfiguration;
import io.touchline.app.settings.ConfigurationPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {

  private static final Path PAGE = Path.of("..", "docs", "configuration.md");

  /** Run with {@code -Dpages=write} to write the page anew. */
  @Test
  void pageOfConfigurationSaysWhatTheKeysSay() throws IOException {
    String page =
        """
        # Configuration

        <!-- Generated from the keys themselves; a test fails when the two differ. -->

        A role reads its keys from the file of `--config FILE` (properties, UTF-8) and then from the
        environment: the key in capitals, `TOUCHLINE_` before it, `_` for `.` and `-`. So `gateway.port`
        is `TOUCHLINE_GATEWAY_PORT`. What is unknown or wrong is told with its place, and nothing starts.

        """
            + ConfigurationPage.section("gateway", GatewayConfiguration.ALL)
            + "\n"
            + ConfigurationPage.section("streams", StreamsConfiguration.ALL)
            + "\n"
            + ConfigurationPage.section("alerts", AlertsConfiguration.ALL);
    if ("write".equals(System.getProperty("pages"))) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE).content().isEqualTo(page);
  }
}
