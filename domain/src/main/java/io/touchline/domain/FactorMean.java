package io.touchline.domain;

import java.util.SortedSet;

/**
 * What one factor came to in one period, before any limit is held against it.
 *
 * @param value mean measured concentration or quantity in {@code unit}, null where there is none
 * @param converted mean corrected to reference oxygen, null where it is not known or not defined
 * @param amount volume in m³ for a flow factor, null for every other
 * @param massMg emitted mass in milligrams, null where neither volume nor the logger's own amount
 *     is known
 * @param inputs every frame that went into it
 */
public record FactorMean(
    Decimal value,
    Decimal converted,
    Unit unit,
    Decimal amount,
    Long massMg,
    Validity validity,
    Source source,
    SortedSet<FrameRef> inputs) {

  /** Whose mean it is. */
  public enum Source {
    /** The data logger's own hour or day data. */
    REPORTED,
    /** Ours, formed from the next lower level. */
    RECOMPUTED
  }
}
