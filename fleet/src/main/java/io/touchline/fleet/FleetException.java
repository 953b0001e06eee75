package io.touchline.fleet;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The simulation cannot do its work, and a person can mend it: {@link #text} says what, where and
 * what to do. The message is the English text, for logs.
 */
public final class FleetException extends RuntimeException {

  /** Bundle of the texts: Chinese in the file without a language, English beside it. */
  static final String BUNDLE = "io.touchline.fleet.texts";

  private static final long serialVersionUID = 1L;

  private static final ResourceBundle.Control ONLY_WHAT_WAS_ASKED =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  /** Who can mend it. */
  public enum Fault {
    /** The command line: the same one cannot succeed. */
    USAGE,
    /** A file, the network: the same command may succeed later. */
    SURROUNDINGS
  }

  private final Fault fault;
  private final String key;
  private final String[] arguments;

  private FleetException(Fault fault, Throwable cause, String key, Object... arguments) {
    super(format(Locale.ENGLISH, key, arguments), cause);
    this.fault = fault;
    this.key = key;
    this.arguments = new String[arguments.length];
    for (int at = 0; at < arguments.length; at++) {
      this.arguments[at] = String.valueOf(arguments[at]);
    }
  }

  public static FleetException usage(String key, Object... arguments) {
    return new FleetException(Fault.USAGE, null, key, arguments);
  }

  public static FleetException because(Throwable cause, String key, Object... arguments) {
    return new FleetException(Fault.SURROUNDINGS, cause, key, arguments);
  }

  public Fault fault() {
    return fault;
  }

  public String key() {
    return key;
  }

  /** In Chinese unless another language is asked for that the texts exist in. */
  public String text(Locale locale) {
    return format(locale, key, (Object[]) arguments);
  }

  private static String format(Locale locale, String key, Object... arguments) {
    Object[] texts = new Object[arguments.length];
    for (int at = 0; at < arguments.length; at++) {
      texts[at] = String.valueOf(arguments[at]); // plain digits: no grouping of numbers
    }
    String pattern = bundle(locale).getString(key);
    return new MessageFormat(pattern, locale).format(texts);
  }

  static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(BUNDLE, locale, ONLY_WHAT_WAS_ASKED);
  }
}
