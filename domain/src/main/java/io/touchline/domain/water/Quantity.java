package io.touchline.domain.water;

/** What a slot's value is a value of; the rules differ. */
public enum Quantity {
  /** A concentration (COD, NH3-N, TP, TN and others), weighted by flow. */
  POLLUTANT,
  /** pH, never weighted. */
  PH,
  /** The flow itself: nothing flowing is a good reading. */
  FLOW
}
