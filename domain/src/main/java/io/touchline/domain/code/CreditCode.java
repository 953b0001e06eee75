package io.touchline.domain.code;

/** Unified social credit code (统一社会信用代码), GB 32100-2015: 18 characters, the last a check. */
public final class CreditCode {

  public static final int LENGTH = 18;

  /** Digits and capital letters but for I, O, S, V and Z. */
  private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private static final int MODULUS = 31;

  private CreditCode() {}

  /** Whether all 18 characters are of those that a code may have, the check aside. */
  public static boolean hasForm(String code) {
    return code.length() == LENGTH && code.chars().allMatch(c -> CHARACTERS.indexOf(c) >= 0);
  }

  /**
   * The last character that the first 17 call for: 31 less the sum of each one's place in the row
   * of characters times 3 to the power of its position (from 0), modulo 31.
   *
   * @param code that {@link #hasForm has the form}
   */
  public static char check(String code) {
    int sum = 0;
    int weight = 1;
    for (int at = 0; at < LENGTH - 1; at++) {
      sum += CHARACTERS.indexOf(code.charAt(at)) * weight;
      weight = weight * 3 % MODULUS;
    }
    return CHARACTERS.charAt((MODULUS - sum % MODULUS) % MODULUS);
  }
}
