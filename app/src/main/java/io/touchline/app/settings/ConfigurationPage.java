package io.touchline.app.settings;

import java.util.List;
import java.util.Locale;

/** The page {@code docs/configuration.md}, made of the keys themselves. */
public final class ConfigurationPage {

  private ConfigurationPage() {}

  /** The table of one role's keys, under a heading. */
  public static String section(String role, List<Setting<?>> settings) {
    StringBuilder page = new StringBuilder();
    page.append("## `touchline ").append(role).append("`\n\n");
    page.append("| key | default | written as | what it is for | 含义 |\n|---|---|---|---|---|\n");
    for (Setting<?> setting : settings) {
      page.append("| `").append(setting.key()).append("` | ");
      page.append(fallback(setting)).append(" | ");
      page.append(setting.form().inWords(Locale.ENGLISH)).append(" | ");
      page.append(setting.purpose(Locale.ENGLISH)).append(" | ");
      page.append(setting.purpose(Locale.CHINESE)).append(" |\n");
    }
    return page.toString();
  }

  private static String fallback(Setting<?> setting) {
    if (setting.isRequired()) {
      return "must be set";
    }
    return setting.written().isEmpty() ? "none" : "`" + setting.written() + "`";
  }
}
