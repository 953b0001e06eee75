package io.touchline.domain.flue;

import io.touchline.domain.Decimal;
import io.touchline.domain.Unit;
import java.util.Optional;

/**
 * Barometric pressure where the stack stands (大气压), never a default: Xining stands at 77–78 kPa, a
 * quarter below the 101325 Pa of the standard state.
 */
public final class BarometricPressure {

  private static final Unit PASCAL = Unit.of("Pa");
  private static final Decimal LOWEST = Decimal.of("40000");
  private static final Decimal HIGHEST = Decimal.of("110000");

  private final Decimal pascals;

  private BarometricPressure(Decimal pascals) {
    this.pascals = pascals;
  }

  /**
   * Reads what a barometer says.
   *
   * @return empty where there is no number, the unit is no pressure, or no place on earth that has
   *     a factory has such a pressure (40–110 kPa, own choice): a mistaken unit is caught here
   */
  public static Optional<BarometricPressure> of(Decimal value, Unit unit) {
    if (value == null || !unit.convertsTo(PASCAL)) {
      return Optional.empty();
    }
    Decimal pascals = unit.convert(value, PASCAL);
    boolean possible = !LOWEST.exceeds(pascals) && !pascals.exceeds(HIGHEST);
    return possible ? Optional.of(new BarometricPressure(pascals)) : Optional.empty();
  }

  public Decimal pascals() {
    return pascals;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BarometricPressure that && pascals.compareTo(that.pascals) == 0;
  }

  @Override
  public int hashCode() {
    return pascals.number().stripTrailingZeros().hashCode();
  }

  @Override
  public String toString() {
    return pascals + " Pa";
  }
}
