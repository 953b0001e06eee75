package io.touchline.hj212;

/**
 * One row of HJ 212-2017 appendix B, or of what is known of HJ 212-2025: a monitored factor (监测因子),
 * or a state or parameter that is sent like one.
 *
 * <p>The unit is the one the table prints for the wire. What a logger really sends may differ, so
 * the unit that counts belongs to the channel.
 *
 * @param code the code since 2017: {@code a21026}; of a family with a star, {@code d2*}
 * @param oldCode the 2005 code: {@code 02}; empty when there was none
 * @param unit in ASCII: {@code mg/m3}, {@code ug/L}, {@code degC}; empty when it has none
 * @param amountUnit the unit of Cou, the amount in the period: {@code kg}; empty when it has none
 * @param digits of the 2017 edition
 * @param digits2025 of the 2025 edition, at second hand; {@link Digits#UNSTATED} for all but the
 *     few that were seen
 * @param note what else must be known, in English; often empty
 */
public record Factor(
    String code,
    String oldCode,
    String zh,
    String en,
    String unit,
    String amountUnit,
    Digits digits,
    Digits digits2025,
    Medium medium,
    String note) {

  /**
   * How a value is written: {@code 5.2} in the tables.
   *
   * @param integer most digits before the point
   * @param decimals most digits after the point
   */
  public record Digits(int integer, int decimals) {

    /** A text, or digits that no source at hand states. */
    public static final Digits UNSTATED = new Digits(0, 0);
  }

  /** A factor that no table has, for a station's own catalogue. */
  public static Factor of(String code, String zh, String en, String unit, Medium medium) {
    return new Factor(code, "", zh, en, unit, "", Digits.UNSTATED, Digits.UNSTATED, medium, "");
  }

  /** The digits by an edition; where the 2025 ones are not known, those of 2017. */
  public Digits digits(Edition edition) {
    return edition == Edition.V2025 && !digits2025.equals(Digits.UNSTATED) ? digits2025 : digits;
  }
}
