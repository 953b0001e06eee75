package io.touchline.app.role;

import io.touchline.app.settings.Form;
import io.touchline.app.settings.Setting;
import io.touchline.contract.Topics;
import java.util.List;
import java.util.Optional;

/** The keys that all roles have. */
public final class RoleSettings {

  public static final Setting<String> KAFKA =
      new Setting<>("kafka.bootstrap.servers", Form.TEXT, null);
  public static final Setting<String> PREFIX =
      new Setting<>("topics.prefix", Form.TEXT, Topics.DEFAULT_PREFIX);
  public static final Setting<String> METRICS_HOST =
      new Setting<>("metrics.host", Form.TEXT, "127.0.0.1");
  public static final Setting<Optional<Integer>> METRICS_PORT =
      new Setting<>("metrics.port", Form.OPTIONAL_PORT, Optional.empty());

  /** They stand first on the page of a role. */
  public static final List<Setting<?>> SERVERS = List.of(KAFKA, PREFIX);

  /** They stand last. */
  public static final List<Setting<?>> METRICS = List.of(METRICS_HOST, METRICS_PORT);

  private RoleSettings() {}
}
