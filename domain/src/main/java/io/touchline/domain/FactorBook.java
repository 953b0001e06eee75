package io.touchline.domain;

/** What the rules need to know of a factor: the unit in which its loggers send it. */
@FunctionalInterface
public interface FactorBook {

  /** The unit of a factor's concentration; an unknown factor has {@link Unit#NONE}. */
  Unit unitOf(String factor);

  /**
   * The flow whose volume carries a medium's mass: a00000 and w00000, in the old codes B02, B01.
   */
  static boolean isFlow(String factor) {
    return factor.equals("a00000")
        || factor.equals("w00000")
        || factor.equals("B02")
        || factor.equals("B01");
  }

  /** pH is never averaged by weight: acid and alkali do not cancel in an arithmetic mean. */
  static boolean isPh(String factor) {
    return factor.equals("w01001") || factor.equals("001");
  }

  /** Oxygen content of flue gas, on which conversion rests. */
  static boolean isOxygen(String factor) {
    return factor.equals("a19001") || factor.equals("S01");
  }
}
