package io.touchline.domain;

/** What an outlet discharges into. */
public enum Medium {
  AIR,
  WATER,
  /**
   * Nothing: it is a meter of electricity, which is summed up and held against caps all the same.
   */
  ENERGY;

  /**
   * The medium that a factor code speaks of: a… and S… are air, d2… and d3… energy, w… and the old
   * numbers water.
   */
  public static Medium ofFactor(String factor) {
    if (Quantity.of(factor) == Quantity.ENERGY) {
      return ENERGY;
    }
    return factor.startsWith("a") || factor.startsWith("S") || factor.equals("B02") ? AIR : WATER;
  }
}
