package io.touchline.domain;

/** What an outlet discharges into. */
public enum Medium {
  AIR,
  WATER;

  /** The medium that a factor code speaks of: a… and S… are air, w… and the old numbers water. */
  public static Medium ofFactor(String factor) {
    return factor.startsWith("a") || factor.startsWith("S") || factor.equals("B02") ? AIR : WATER;
  }
}
