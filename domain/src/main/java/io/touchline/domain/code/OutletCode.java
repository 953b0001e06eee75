package io.touchline.domain.code;

import io.touchline.domain.Medium;

/** Number of an outlet in its permit (排放口编号, HJ 608-2017): DA001 for gas, DW001 for water. */
public final class OutletCode {

  private OutletCode() {}

  public static boolean hasForm(String code) {
    return code.matches("D[AW]\\d{3}");
  }

  /** Whether a code that has the form is one of the medium. */
  public static boolean isOf(Medium medium, String code) {
    return code.startsWith(medium == Medium.AIR ? "DA" : "DW");
  }
}
