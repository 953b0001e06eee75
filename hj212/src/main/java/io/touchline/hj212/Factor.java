package io.touchline.hj212;

/**
 * One row of HJ 212-2017 tables B.1 (water) and B.2 (air): a monitored factor (监测因子).
 *
 * <p>The unit is the one the table prints for the wire. What a logger really sends may differ, so
 * the unit that counts belongs to the channel.
 *
 * @param code the code since 2017: {@code a21026}
 * @param oldCode the 2005 code: {@code 02}; empty when there was none
 * @param unit in ASCII: {@code mg/m3}, {@code ug/L}, {@code degC}; empty when it has none
 * @param amountUnit the unit of Cou, the amount in the period: {@code kg}; empty when it has none
 * @param integerDigits most digits before the point
 * @param decimals most digits after the point
 */
public record Factor(
    String code,
    String oldCode,
    String zh,
    String en,
    String unit,
    String amountUnit,
    int integerDigits,
    int decimals,
    Medium medium) {}
