package io.touchline.app;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What people read on the terminal, in Chinese or English; Chinese where nothing says otherwise.
 */
public final class Texts {

  /** Bundle of all texts of this module; its files are {@code texts.properties} and its English. */
  public static final String BUNDLE = "io.touchline.app.texts";

  private static final ResourceBundle.Control ONLY_WHAT_WAS_ASKED =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private static volatile Locale locale = Locale.CHINESE;

  private Texts() {}

  /** Chosen once at the start of the process. */
  public static void speak(Locale chosen) {
    locale = chosen;
  }

  public static Locale locale() {
    return locale;
  }

  /** The text of a key, its {@code {0}…} filled in; an apostrophe in a text is written twice. */
  public static String get(String key, Object... arguments) {
    return in(locale, key, arguments);
  }

  /** As {@link #get}, in a language that is not the one spoken: for generated pages. */
  public static String in(Locale language, String key, Object... arguments) {
    String pattern = bundle(language).getString(key);
    return new MessageFormat(pattern, language).format(arguments);
  }

  public static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(BUNDLE, locale, ONLY_WHAT_WAS_ASKED);
  }

  /**
   * The language to speak, from {@code TOUCHLINE_LANG}, else from the first POSIX variable that is
   * set: English where it says a language other than Chinese, Chinese otherwise.
   */
  public static Locale chosenBy(java.util.Map<String, String> environment) {
    for (String name : new String[] {"TOUCHLINE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
      String value = environment.getOrDefault(name, "").toLowerCase(Locale.ROOT);
      if (!value.isEmpty()) {
        boolean saysNothing = value.equals("c") || value.equals("posix") || value.startsWith("c.");
        return saysNothing || value.startsWith("zh") ? Locale.CHINESE : Locale.ENGLISH;
      }
    }
    return Locale.CHINESE;
  }
}
