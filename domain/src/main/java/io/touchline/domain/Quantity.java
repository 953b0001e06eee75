package io.touchline.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What is summed up, in whole numbers of a small unit: mass in milligrams, energy in watt-hours. A
 * thousand million of the small unit are the large one that permits and targets are written in:
 * tonnes, gigawatt-hours. So one path of whole numbers serves both.
 */
public enum Quantity {
  MASS("mg", "t"),
  /** Electricity by the meters of an outlet-like point (HJ 212-2025 ST=44, at second hand). */
  ENERGY("Wh", "GWh");

  private static final int FAMILY = 2;
  private static final int MOST_DIGITS = 18;

  /** Decimal digits between the small unit and the large. */
  private static final int DIGITS_APART = 9;

  private static final int WATT_HOURS_IN_A_KILOWATT_HOUR = 3;

  private final String small;
  private final String large;

  Quantity(String small, String large) {
    this.small = small;
    this.large = large;
  }

  /** The quantity that a factor is of: d2… and d3… are meters of production and of treatment. */
  public static Quantity of(String factor) {
    return factor.startsWith("d2") || factor.startsWith("d3") ? ENERGY : MASS;
  }

  /**
   * The factor under which a factor is summed up: all meters of a family together, {@code d2*} for
   * production and {@code d3*} for treatment; every other factor by itself.
   */
  public static String sumOf(String factor) {
    return of(factor) == ENERGY ? factor.substring(0, FAMILY) + '*' : factor;
  }

  /**
   * An hour's energy by the meter, in whole watt-hours rounded half to even.
   *
   * @return null where none was sent, or what no meter counts: less than nothing, or 2^63 and more
   */
  public static Long wattHours(Decimal kilowattHours) {
    if (kilowattHours == null || kilowattHours.isNegative()) {
      return null;
    }
    BigDecimal wattHours =
        kilowattHours
            .number()
            .scaleByPowerOfTen(WATT_HOURS_IN_A_KILOWATT_HOUR)
            .setScale(0, RoundingMode.HALF_EVEN);
    return wattHours.precision() > MOST_DIGITS ? null : wattHours.longValueExact();
  }

  /** What sums are counted in. */
  public Unit small() {
    return Unit.of(small);
  }

  /** What permits and targets are written in. */
  public Unit large() {
    return Unit.of(large);
  }

  /** So much of the small unit, in the large one, with its name. */
  public String text(long amount) {
    return Decimal.of(Long.toString(amount)).shifted(-DIGITS_APART) + " " + large;
  }
}
