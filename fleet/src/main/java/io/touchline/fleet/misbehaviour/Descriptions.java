package io.touchline.fleet.misbehaviour;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Misbehaviours and what is expected of a gateway, in words. */
final class Descriptions {

  private static final String BUNDLE = "io.touchline.fleet.misbehaviour.texts";

  private static final ResourceBundle.Control ONLY_WHAT_WAS_ASKED =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Descriptions() {}

  static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(BUNDLE, locale, ONLY_WHAT_WAS_ASKED);
  }

  static String of(Misbehaviour misbehaviour, Locale locale) {
    return text(locale, misbehaviour.code());
  }

  static String of(Expectation expectation, Locale locale) {
    if (expectation.isTaken()) {
      return text(locale, expectation.acknowledged() ? "expect.taken" : "expect.unanswered");
    }
    if (expectation.check() != null) {
      return text(locale, "expect.check", expectation.reason(), expectation.check());
    }
    if (expectation.length() != null) {
      return text(locale, "expect.length", expectation.reason(), expectation.length());
    }
    String key = expectation.withKey() ? "expect.key" : "expect.refused";
    return text(locale, key, expectation.reason());
  }

  private static String text(Locale locale, String key, Object... arguments) {
    return new MessageFormat(bundle(locale).getString(key), locale).format(arguments);
  }
}
