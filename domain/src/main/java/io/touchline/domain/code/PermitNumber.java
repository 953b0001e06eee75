package io.touchline.domain.code;

/**
 * Number of a discharge permit (排污许可证编号): the discharger's credit code, three digits that count its
 * places of production, and a letter (HJ 608-2017; the letter of a permit is P, recall).
 */
public final class PermitNumber {

  private static final String FORM = "\\d{3}[A-Z]";

  private PermitNumber() {}

  /** Whether it is the number of a permit of that discharger. */
  public static boolean isOf(String creditCode, String number) {
    return number.startsWith(creditCode) && number.substring(creditCode.length()).matches(FORM);
  }
}
