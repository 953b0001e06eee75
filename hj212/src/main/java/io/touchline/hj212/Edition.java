package io.touchline.hj212;

/** The edition of the standard a packet is written by, from the version bits of its Flag. */
public enum Edition {
  /** HJ/T 212-2005: version bits 0, or no Flag at all. */
  V2005("2005"),
  /** HJ 212-2017: version bits 1. */
  V2017("2017"),
  /** HJ 212-2025: version bits 2 and above, unless the system code is surface water. */
  V2025("2025");

  private final String text;

  Edition(String text) {
    this.text = text;
  }

  /** The year, as registries and records write the edition: {@code "2017"}. */
  public String text() {
    return text;
  }

  static Edition of(int flag, boolean surfaceWater) {
    if (flag < 4) {
      return V2005;
    }
    return flag < 8 || surfaceWater ? V2017 : V2025;
  }
}
