package io.touchline.app.settings;

import io.touchline.app.Texts;
import io.touchline.app.settings.Configuration.Written;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The environment as settings. A variable of a group that the role has (the first part of a key)
 * and that is no key of it is a mistake; those of other groups belong to other roles.
 */
final class Variables {

  /** The open group: what follows is a property of Kafka's clients. */
  static final String KAFKA = "kafka.";

  private final Map<String, String> keys = new HashMap<>();
  private final Set<String> groups;
  private final List<Setting<?>> known;

  Variables(List<Setting<?>> known) {
    this.known = known;
    known.forEach(setting -> keys.put(setting.variable(), setting.key()));
    groups =
        known.stream()
            .map(setting -> setting.key().substring(0, setting.key().indexOf('.') + 1))
            .map(Setting::variable)
            .collect(Collectors.toSet());
  }

  Map<String, Written> read(Map<String, String> environment, List<String> mistakes) {
    Map<String, Written> written = new HashMap<>();
    new TreeMap<>(environment)
        .forEach(
            (variable, value) -> {
              String key = key(variable);
              if (key != null) {
                written.put(key, new Written(value.strip(), variable));
              } else if (groups.stream().anyMatch(variable::startsWith)) {
                mistakes.add(
                    Texts.get(
                        "settings.unknown",
                        Texts.get("settings.environment"),
                        variable,
                        Setting.variable(Nearest.to(variable, known))));
              }
            });
    return written;
  }

  /** Null for a variable that is no key of the role. */
  private String key(String variable) {
    String kafka = Setting.variable(KAFKA);
    if (variable.startsWith(kafka)) {
      String property = variable.substring(kafka.length());
      return KAFKA + property.toLowerCase(Locale.ROOT).replace('_', '.');
    }
    return keys.get(variable);
  }
}
