package io.touchline.app.settings;

import io.touchline.app.Texts;
import java.util.Locale;

/**
 * One key of a role's configuration. Its text {@code setting.KEY} says what it is for.
 *
 * @param fallback where nobody sets it; null where somebody has to
 */
public record Setting<T>(String key, Form<T> form, T fallback) {

  private static final String VARIABLE = "TOUCHLINE_";

  /** The environment variable of the same meaning: {@code TOUCHLINE_GATEWAY_PORT}. */
  public String variable() {
    return variable(key);
  }

  static String variable(String key) {
    return VARIABLE + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  public String purpose(Locale locale) {
    return Texts.in(locale, "setting." + key);
  }

  public boolean isRequired() {
    return fallback == null;
  }

  /** The default as a person would write it; empty for one that has to be set, or is off. */
  public String written() {
    return fallback == null ? "" : form.writer().apply(fallback);
  }
}
