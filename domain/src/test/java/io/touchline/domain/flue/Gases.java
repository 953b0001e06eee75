package io.touchline.domain.flue;

import io.touchline.domain.Decimal;
import io.touchline.domain.Unit;

/** Gas in a duct for tests. */
final class Gases {

  private Gases() {}

  static GasState of(String barometric, String staticPa, String celsius, String moisture) {
    return new GasState(
        pressure(barometric), Decimal.of(staticPa), Decimal.of(celsius), Decimal.of(moisture));
  }

  static BarometricPressure pressure(String pascals) {
    return BarometricPressure.of(Decimal.of(pascals), Unit.of("Pa")).orElseThrow();
  }

  static MeasuredConcentration measured(String mgPerM3) {
    return MeasuredConcentration.reported(Decimal.of(mgPerM3), Unit.MG_PER_M3).orElseThrow();
  }
}
