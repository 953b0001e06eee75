package io.touchline.fleet.source;

/**
 * What a logger reports of one factor for one period, in units of the factor's last decimal.
 *
 * @param measured concentration or condition
 * @param converted concentration corrected to reference oxygen (折算), null where it has none
 * @param amount of the period: m³ of gas or litres of water for a flow, milligrams for a pollutant,
 *     0 for what has no amount
 * @param flag data flag (数据标记)
 */
record Reported(Span measured, Span converted, long amount, String flag) {

  /** Mean, least and most. */
  record Span(long mean, long least, long most) {
    static Span at(long value) {
      return new Span(value, value, value);
    }
  }

  boolean isValid() {
    return flag.equals("N");
  }
}
