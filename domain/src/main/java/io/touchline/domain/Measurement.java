package io.touchline.domain;

/**
 * One factor in one upload or one period, before judgement.
 *
 * @param value measured concentration or quantity (实测值), null where the logger sent none or no
 *     number
 * @param converted concentration corrected to reference oxygen as the logger sent it (折算值), null
 *     where it sent none
 * @param amount the logger's own amount of the period (Cou): m³ for flow, kg or g for a pollutant;
 *     null where it sent none
 * @param flag data flag (数据标记) as sent, "" where it sent none
 */
public record Measurement(Decimal value, Decimal converted, Decimal amount, String flag) {

  /** Only N, or no flag at all, is valid data (HJ 212-2017 table 8). */
  public boolean isFlaggedValid() {
    return flag.isEmpty() || flag.equalsIgnoreCase("N");
  }

  public boolean isUsable() {
    return isFlaggedValid() && value != null;
  }

  /** Whether the other differs at most in how it writes its numbers: 12.3 and 12.30 are one. */
  public boolean saysTheSameAs(Measurement other) {
    return same(value, other.value)
        && same(converted, other.converted)
        && same(amount, other.amount)
        && flag.equals(other.flag);
  }

  private static boolean same(Decimal one, Decimal other) {
    return one == null ? other == null : other != null && one.compareTo(other) == 0;
  }
}
