package io.touchline.hj212.message;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One value of a factor: the text as sent, and the unit that the catalogue has for it.
 *
 * @param unit in ASCII as the tables print it; empty where the value has none or the factor is in
 *     no table. What the logger really sends may differ: the unit that counts belongs to the
 *     channel
 */
public record FactorValue(String text, String unit) {

  /** More digits than any instrument has are no measurement. */
  private static final int MAX_DIGITS = 64;

  /** The number, with all its digits; empty where the text is none, such as {@code St}. */
  public Optional<BigDecimal> decimal() {
    return isDecimal(text) ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  /** Digits with at most one point and a sign; no exponent, so that the number stays small. */
  private static boolean isDecimal(String text) {
    int digits = 0;
    int points = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == '.') {
        points++;
      } else if (i > 0 || (c != '-' && c != '+')) {
        return false;
      }
    }
    return digits > 0 && digits <= MAX_DIGITS && points <= 1;
  }
}
