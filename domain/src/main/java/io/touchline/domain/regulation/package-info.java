/**
 * The limits of the emission standards as dated rows, and the choice among all rows that speak of
 * one factor of one outlet.
 *
 * <p>Does not belong here: holding a mean against the row chosen; that is {@link
 * io.touchline.domain.Judgement}.
 */
package io.touchline.domain.regulation;
