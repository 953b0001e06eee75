package io.touchline.app.alerts;

import io.touchline.app.role.RoleSettings;
import io.touchline.app.settings.Form;
import io.touchline.app.settings.Setting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of the alerts role. */
public final class AlertsConfiguration {

  static final Setting<String> DATABASE = new Setting<>("database.url", Form.TEXT, null);
  static final Setting<String> USER = new Setting<>("database.user", Form.TEXT, "touchline");
  static final Setting<Optional<String>> PASSWORD =
      new Setting<>("database.password-file", Form.OPTIONAL_TEXT, Optional.empty());
  static final Setting<Optional<String>> ROLE =
      new Setting<>("database.role", Form.OPTIONAL_TEXT, Optional.empty());
  static final Setting<String> SECRETS = new Setting<>("alerts.secrets", Form.TEXT, "secrets");
  static final Setting<Optional<String>> SETUP =
      new Setting<>("alerts.setup", Form.OPTIONAL_TEXT, Optional.empty());
  static final Setting<String> HOST = new Setting<>("alerts.http.host", Form.TEXT, "127.0.0.1");
  static final Setting<Optional<Integer>> PORT =
      new Setting<>("alerts.http.port", Form.OPTIONAL_PORT, Optional.empty());

  static final Setting<String> PAGES_HOST = new Setting<>("portal.host", Form.TEXT, "127.0.0.1");
  static final Setting<Optional<Integer>> PAGES_PORT =
      new Setting<>("portal.port", Form.OPTIONAL_PORT, Optional.empty());

  private static final List<Setting<?>> OWN =
      List.of(DATABASE, USER, PASSWORD, ROLE, SECRETS, SETUP, HOST, PORT, PAGES_HOST, PAGES_PORT);

  /** In the order of the page. */
  public static final List<Setting<?>> ALL =
      Stream.of(RoleSettings.SERVERS, OWN, RoleSettings.METRICS)
          .<Setting<?>>flatMap(List::stream)
          .toList();

  private AlertsConfiguration() {}
}
