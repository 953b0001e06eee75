package io.touchline.domain.flue;

import io.touchline.domain.Decimal;

/** A gas that is measured by volume, with its molar mass in g/mol. */
public enum Gas {
  SO2("64.06"),
  NO("30.006"),
  NO2("46.005");

  private final String molarMass;

  Gas(String molarMass) {
    this.molarMass = molarMass;
  }

  public Decimal molarMass() {
    return Decimal.of(molarMass);
  }
}
