package io.touchline.domain.flue;

import io.touchline.domain.Decimal;
import io.touchline.domain.OxygenConversion;

/** What oxygen says of its own reading: a plant that runs cannot have air in its stack. */
public enum OxygenCheck {
  PLAUSIBLE,
  NOT_KNOWN,
  /** Below zero. */
  IMPOSSIBLE,
  /** High while the plant is under load: a leak, or the probe draws air. */
  SUSPICIOUS,
  /** High, and nothing says whether the plant ran. */
  HIGH_WITHOUT_LOAD_KNOWN,
  /** 21 % and more: converts nothing. */
  OF_AIR;

  /**
   * @param oxygen in percent, null where not known
   * @param load in any unit, above zero while the plant runs; null where not known
   * @param above the threshold in percent; a value equal to it is plausible
   */
  public static OxygenCheck of(Decimal oxygen, Decimal load, FlueChecks.Check above) {
    if (oxygen == null) {
      return NOT_KNOWN;
    }
    if (oxygen.isNegative()) {
      return IMPOSSIBLE;
    }
    if (OxygenConversion.isOfAir(oxygen)) {
      return OF_AIR;
    }
    if (!oxygen.exceeds(above.value())) {
      return PLAUSIBLE;
    }
    if (load == null) {
      return HIGH_WITHOUT_LOAD_KNOWN;
    }
    return load.number().signum() > 0 ? SUSPICIOUS : PLAUSIBLE;
  }
}
