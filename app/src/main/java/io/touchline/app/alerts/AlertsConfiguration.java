package io.touchline.app.alerts;

import io.touchline.app.settings.Form;
import io.touchline.app.settings.Setting;
import io.touchline.contract.Topics;
import java.util.List;
import java.util.Optional;

/** The keys of the alerts role. */
public final class AlertsConfiguration {

  static final Setting<String> KAFKA = new Setting<>("kafka.bootstrap.servers", Form.TEXT, null);
  static final Setting<String> PREFIX =
      new Setting<>("topics.prefix", Form.TEXT, Topics.DEFAULT_PREFIX);
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

  /** In the order of the page. */
  public static final List<Setting<?>> ALL =
      List.of(KAFKA, PREFIX, DATABASE, USER, PASSWORD, ROLE, SECRETS, SETUP, HOST, PORT);

  private AlertsConfiguration() {}
}
