package io.touchline.app.settings;

import io.touchline.app.Complaint;
import io.touchline.app.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings of a role as somebody set them: a file of properties, and over it the environment.
 * Read once and checked whole, so that all mistakes are told together.
 */
public final class Configuration {

  private final Map<String, Object> values = new HashMap<>();
  private final Map<String, String> kafka = new TreeMap<>();

  private Configuration() {}

  /**
   * Reads and checks.
   *
   * @param file UTF-8 properties; null for none
   * @param environment of which the variables of this role's groups are read, and no others
   * @param known all keys of the role; the group {@code kafka.} is open besides
   * @throws Complaint with one line a mistake; it never repeats the value of a {@code kafka.} key
   */
  public static Configuration read(
      Path file, Map<String, String> environment, List<Setting<?>> known) {
    Map<String, Written> written = new LinkedHashMap<>();
    List<String> mistakes = new ArrayList<>();
    if (file != null) {
      written.putAll(SettingsFile.read(file));
    }
    written.putAll(new Variables(known).read(environment, mistakes));
    Configuration configuration = new Configuration();
    configuration.take(written, known, mistakes);
    if (!mistakes.isEmpty()) {
      throw Complaint.usage("settings.wrong", String.join("\n  ", mistakes));
    }
    return configuration;
  }

  private void take(Map<String, Written> written, List<Setting<?>> known, List<String> mistakes) {
    Map<String, Written> left = new LinkedHashMap<>(written);
    for (Setting<?> setting : known) {
      Written text = left.remove(setting.key());
      if (text != null) {
        read(setting, text, mistakes);
      } else if (setting.isRequired()) {
        mistakes.add(
            Texts.get(
                "settings.missing",
                setting.key(),
                setting.variable(),
                setting.purpose(Texts.locale())));
      }
    }
    left.forEach(
        (key, text) -> {
          if (!key.startsWith(Variables.KAFKA)) {
            mistakes.add(Texts.get("settings.unknown", text.place(), key, Nearest.to(key, known)));
          }
        });
    written.forEach(
        (key, text) -> {
          if (key.startsWith(Variables.KAFKA)) {
            kafka.put(key.substring(Variables.KAFKA.length()), text.value());
          }
        });
  }

  private void read(Setting<?> setting, Written text, List<String> mistakes) {
    try {
      values.put(setting.key(), setting.form().reader().apply(text.value()));
    } catch (RuntimeException e) {
      Locale locale = Texts.locale();
      mistakes.add(
          Texts.get(
              "settings.value",
              text.place(),
              setting.key(),
              text.value(),
              setting.form().inWords(locale)));
    }
  }

  /** What was set, else the default. */
  @SuppressWarnings("unchecked") // A value was read by the form of its own setting.
  public <T> T get(Setting<T> setting) {
    return (T) values.getOrDefault(setting.key(), setting.fallback());
  }

  /** The group {@code kafka.}, for Kafka's clients, without that word. */
  public Map<String, Object> kafka() {
    return new HashMap<>(kafka);
  }

  /**
   * One value as somebody wrote it.
   *
   * @param place file and line, or the name of the variable
   */
  record Written(String value, String place) {}
}
