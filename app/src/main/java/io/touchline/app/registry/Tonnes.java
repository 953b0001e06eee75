package io.touchline.app.registry;

import io.touchline.domain.Decimal;

/** Cells that hold tonnes of which the milligrams are whole. */
final class Tonnes {

  private static final int FINEST = 9;

  private Tonnes() {}

  /**
   * The tonnes of a cell that must be filled, null where it says none.
   *
   * @param fault key of what to say of a number that cannot be tonnes
   */
  static Decimal of(Row row, String column, String fault, Findings findings) {
    return row.required(column) == null ? null : ifAny(row, column, fault, findings);
  }

  /** As {@link #of}, of a cell that may be empty. */
  static Decimal ifAny(Row row, String column, String fault, Findings findings) {
    Decimal tonnes = row.decimal(column);
    if (tonnes != null && !areWhole(tonnes)) {
      findings.error(row, column, fault, tonnes.toString());
      return null;
    }
    return tonnes;
  }

  static boolean areWhole(Decimal tonnes) {
    return !tonnes.isNegative() && tonnes.number().stripTrailingZeros().scale() <= FINEST;
  }
}
