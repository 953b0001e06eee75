package io.touchline.domain.flue;

/**
 * Kinds of sources that have a reference of their own ({@code regulation/reference-oxygen.csv}).
 */
public enum SourceKind {
  COAL_POWER_BOILER,
  OIL_OR_GAS_POWER_BOILER,
  GAS_TURBINE,
  /** To 65 t/h steam. */
  COAL_BOILER,
  OIL_OR_GAS_BOILER,
  WASTE_INCINERATOR,
  CEMENT_KILN,
  /** With a firing of its own. */
  CEMENT_DRYER,
  SINTER_MACHINE,
  PELLET_SHAFT_FURNACE,
  /** Grate-kiln and straight-grate pellet plants. */
  GRATE_PELLET,
  /** Where the ultra-low opinion is held against it. */
  COKE_OVEN_CHIMNEY_ULTRA_LOW,
  /** Copper, nickel, cobalt. */
  NONFERROUS_SMELTING,
  /** No conversion: the measured value is judged, and dilution is forbidden. */
  PROCESS_VENT
}
