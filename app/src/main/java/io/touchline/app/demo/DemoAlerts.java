package io.touchline.app.demo;

import io.touchline.alerts.Alerts;
import io.touchline.alerts.Database;
import io.touchline.alerts.channel.Secrets;
import io.touchline.alerts.setup.SetupFile;
import io.touchline.contract.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** The alerts role with a set-up of its own: messages stay in the application. */
final class DemoAlerts {

  private static final String SETUP = "/io/touchline/app/demo-alerts/alerting.yaml";

  private DemoAlerts() {}

  /**
   * Starts.
   *
   * @param folder holds the set-up, to be read and changed by whoever tries things out
   */
  static Alerts start(
      Path folder, Database database, Map<String, Object> kafka, Topics topics, Clock clock) {
    Alerts.migrate(database);
    try (InputStream shipped = DemoAlerts.class.getResourceAsStream(SETUP)) {
      Files.createDirectories(folder);
      Path file = folder.resolve("alerting.yaml");
      if (!Files.exists(file)) {
        Files.copy(shipped, file);
      }
      SetupFile.apply(file, database, new Secrets(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Alerts alerts = Alerts.run(database, kafka, topics, clock, folder);
    DemoCases.seed(database, clock);
    return alerts;
  }
}
