package io.touchline.alerts.words;

import io.touchline.hj212.Factor;
import io.touchline.hj212.FactorCatalogue;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/** Texts of one language from a file of the class path. Safe for any thread. */
public final class Bundle {

  private final Language language;
  private final Properties messages = new Properties();

  /**
   * Reads it.
   *
   * @param name of the file without its language: {@code /io/touchline/alerts/alerts}
   */
  public Bundle(String name, Language language) {
    this.language = language;
    String file = name + '_' + language.code() + ".properties";
    try (Reader in =
        new InputStreamReader(Bundle.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      messages.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Language language() {
    return language;
  }

  public Set<String> keys() {
    return messages.stringPropertyNames();
  }

  public boolean has(String key) {
    return messages.containsKey(key);
  }

  /** The text as it stands in the file; null where there is none. */
  public String pattern(String key) {
    return messages.getProperty(key);
  }

  /**
   * The text of a key with its arguments, in the notation of {@link MessageFormat}.
   *
   * @throws IllegalArgumentException where there is no such text
   */
  public String text(String key, Object... arguments) {
    String message = messages.getProperty(key);
    if (message == null) {
      throw new IllegalArgumentException("no text '" + key + "' in " + language);
    }
    return new MessageFormat(message, Locale.ROOT).format(arguments);
  }

  /** A factor's name; its code where the catalogue has none. */
  public String factor(String code) {
    FactorCatalogue catalogue = FactorCatalogue.standard();
    boolean isFamily = code.endsWith("*");
    return (isFamily ? catalogue.familyOf(code) : catalogue.find(code))
        .map(this::name)
        .orElse(code);
  }

  private String name(Factor factor) {
    return language == Language.ZH ? factor.zh() : factor.en();
  }
}
