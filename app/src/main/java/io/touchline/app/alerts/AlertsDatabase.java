package io.touchline.app.alerts;

import io.touchline.alerts.Database;
import io.touchline.app.Complaint;
import io.touchline.app.settings.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The database that the configuration of the alerts role names. */
public final class AlertsDatabase {

  private AlertsDatabase() {}

  /**
   * Opens it.
   *
   * @param role to work under, null for the user's own rights
   * @throws Complaint where the file of the password cannot be read
   */
  public static Database open(Configuration configuration, String role) {
    return Database.open(
        configuration.get(AlertsConfiguration.DATABASE),
        configuration.get(AlertsConfiguration.USER),
        configuration.get(AlertsConfiguration.PASSWORD).map(AlertsDatabase::read).orElse(null),
        role);
  }

  private static String read(String passwordFile) {
    try {
      return Files.readString(Path.of(passwordFile)).strip();
    } catch (IOException e) {
      throw Complaint.because(e, "alerts.password", passwordFile);
    }
  }
}
