package io.touchline.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A decimal number as fixed point. Whatever is judged or summed is one of these, never a binary
 * floating-point number, and no value a logger can send makes it overflow.
 *
 * <p>A parsed number keeps its digits ({@code "12.30"} prints as {@code "12.30"}); two numbers of
 * the same value and different scale are different objects but {@linkplain #compareTo compare} as
 * equal. A computed number is rounded half to even (GB/T 8170) at {@link #COMPUTED_SCALE} and
 * carries no trailing zeros, so that one value has one text.
 *
 * @param number never in exponent form: its scale is at least 0
 */
public record Decimal(BigDecimal number) implements Comparable<Decimal> {

  /** Decimals of a computed mean, converted concentration or multiple. */
  public static final int COMPUTED_SCALE = 4;

  private static final int LONGEST_TEXT = 38;

  public Decimal {
    if (number.scale() < 0) {
      throw new IllegalArgumentException("a decimal has no exponent: " + number);
    }
  }

  /**
   * Reads plain decimal text: an optional sign, digits, at most one point.
   *
   * @return null where the text is not such a number, or is longer than 38 characters; the caller
   *     keeps the text and says so
   */
  public static Decimal parse(CharSequence text) {
    if (text == null || text.length() > LONGEST_TEXT || !isPlainNumber(text)) {
      return null;
    }
    return new Decimal(new BigDecimal(text.toString()));
  }

  private static boolean isPlainNumber(CharSequence text) {
    boolean digit = false;
    boolean point = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c >= '0' && c <= '9') {
        digit = true;
      } else if (c == '.' && !point) {
        point = true;
      } else if (at > 0 || (c != '-' && c != '+')) {
        return false;
      }
    }
    return digit;
  }

  /**
   * Reads text that the caller knows to be a number (a rule row, a constant).
   *
   * @throws IllegalArgumentException where it is not one
   */
  public static Decimal of(String text) {
    Decimal parsed = parse(text);
    if (parsed == null) {
      throw new IllegalArgumentException("'" + text + "' is not a decimal number");
    }
    return parsed;
  }

  /** Rounds half to even at {@link #COMPUTED_SCALE} and drops trailing zeros. */
  public static Decimal computed(BigDecimal exact) {
    return canonical(exact.setScale(COMPUTED_SCALE, RoundingMode.HALF_EVEN));
  }

  private static Decimal canonical(BigDecimal value) {
    BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    return new Decimal(stripped.scale() < 0 ? stripped.setScale(0) : stripped);
  }

  /** This number × 10^power, exactly. */
  public Decimal shifted(int power) {
    return power == 0 ? this : canonical(number.scaleByPowerOfTen(power));
  }

  public boolean isNegative() {
    return number.signum() < 0;
  }

  public boolean isZero() {
    return number.signum() == 0;
  }

  public boolean exceeds(Decimal other) {
    return compareTo(other) > 0;
  }

  @Override
  public int compareTo(Decimal other) {
    return number.compareTo(other.number);
  }

  /** Plain decimal text, never an exponent. */
  @Override
  public String toString() {
    return number.toPlainString();
  }
}
