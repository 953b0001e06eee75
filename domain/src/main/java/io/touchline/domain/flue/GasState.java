package io.touchline.domain.flue;

import io.touchline.domain.Decimal;
import io.touchline.domain.flue.Derivation.Flaw;
import io.touchline.domain.flue.Derivation.Input;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * The gas in the duct.
 *
 * @param barometric Ba, required
 * @param staticPa Ps, gauge static pressure in pascals, often negative; null where not measured
 * @param celsius ts, gas temperature; null where not measured
 * @param moisturePercent Xsw, moisture by volume in percent; null where not measured
 */
public record GasState(
    BarometricPressure barometric, Decimal staticPa, Decimal celsius, Decimal moisturePercent) {

  private static final BigDecimal ICE_POINT = BigDecimal.valueOf(273);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public GasState {
    Objects.requireNonNull(barometric, "barometric pressure is never defaulted");
  }

  Input ba() {
    return Input.of("Ba", barometric.pascals(), "Pa");
  }

  Input ps() {
    return Input.of("Ps", staticPa, "Pa");
  }

  Input ts() {
    return Input.of("ts", celsius, "°C");
  }

  /** Absolute pressure in the duct, Pa. */
  BigDecimal absolutePa() {
    return barometric.pascals().number().add(staticPa.number());
  }

  BigDecimal kelvin() {
    return ICE_POINT.add(celsius.number());
  }

  /** Why pressure or temperature cannot be; null where they can. */
  Flaw flaw() {
    if (absolutePa().signum() <= 0) {
      return Flaw.outOfRange("the duct's pressure " + absolutePa().toPlainString() + " Pa");
    }
    return kelvin().signum() <= 0 ? Flaw.outOfRange("temperature " + celsius + " °C") : null;
  }

  static Input moisture(Decimal percent) {
    return Input.of("Xsw", percent, "%");
  }

  static Flaw moistureFlaw(Decimal percent) {
    boolean possible = !percent.isNegative() && percent.number().compareTo(HUNDRED) < 0;
    return possible ? null : Flaw.outOfRange("moisture " + percent + " %");
  }

  /** The dry share of the gas in percent. */
  static BigDecimal dryPercent(Decimal moisture) {
    return HUNDRED.subtract(moisture.number());
  }
}
