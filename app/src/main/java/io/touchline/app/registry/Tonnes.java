package io.touchline.app.registry;

import io.touchline.domain.Decimal;
import io.touchline.domain.Quantity;

/**
 * Cells that hold tonnes of which the milligrams are whole, or gigawatt-hours of which the
 * watt-hours are: {@code cap_t} and {@code cap_gwh} are one amount of two quantities.
 */
final class Tonnes {

  private static final int FINEST = 9;
  private static final String MASS = "_t";
  private static final String ENERGY = "_gwh";

  private Tonnes() {}

  /**
   * The amount of a factor in the cell that must be filled, null where it says none.
   *
   * @param name of the column without its unit
   * @param fault key of what to say of a number that cannot be tonnes
   */
  static Decimal of(Row row, String factor, String name, String fault, Findings findings) {
    return row.required(column(factor, name)) == null
        ? null
        : ifAny(row, factor, name, fault, findings);
  }

  /** As {@link #of}, of a cell that may be empty. */
  static Decimal ifAny(Row row, String factor, String name, String fault, Findings findings) {
    String column = column(factor, name);
    String other = name + (column.endsWith(MASS) ? ENERGY : MASS);
    if (!row.text(other).isEmpty()) {
      findings.error(row, other, "amount.quantity", String.valueOf(factor), column);
    }
    Decimal tonnes = row.decimal(column);
    if (tonnes != null && !areWhole(tonnes)) {
      findings.error(row, column, fault, tonnes.toString());
      return null;
    }
    return tonnes;
  }

  private static String column(String factor, String name) {
    boolean energy = factor != null && Quantity.of(factor) == Quantity.ENERGY;
    return name + (energy ? ENERGY : MASS);
  }

  static boolean areWhole(Decimal tonnes) {
    return !tonnes.isNegative() && tonnes.number().stripTrailingZeros().scale() <= FINEST;
  }
}
