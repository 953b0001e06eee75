package io.touchline.domain;

import java.util.SortedSet;

/**
 * What one factor came to in one period, before any limit is held against it.
 *
 * @param value mean measured concentration or quantity in {@code unit}, null where there is none
 * @param converted mean corrected to reference oxygen, null where it is not known or not defined
 * @param rederived concentration converted here from the measured one and the oxygen of the same
 *     period, beside whatever the logger sent; null where no reference oxygen is set, the oxygen is
 *     not known, or the factor is no gas concentration
 * @param amount volume in m³ for a flow factor, null for every other
 * @param massMg emitted mass in milligrams, of a meter of electricity watt-hours; null where
 *     neither volume nor the logger's own amount is known
 * @param inputs every frame that went into it
 */
public record FactorMean(
    Decimal value,
    Decimal converted,
    Decimal rederived,
    Unit unit,
    Decimal amount,
    Long massMg,
    Validity validity,
    Source source,
    SortedSet<FrameRef> inputs) {

  /** The same under another verdict on its validity. */
  public FactorMean withValidity(Validity other) {
    return new FactorMean(value, converted, rederived, unit, amount, massMg, other, source, inputs);
  }

  /** Whose mean it is. */
  public enum Source {
    /** The data logger's own hour or day data. */
    REPORTED,
    /** Ours, formed from the next lower level. */
    RECOMPUTED
  }
}
