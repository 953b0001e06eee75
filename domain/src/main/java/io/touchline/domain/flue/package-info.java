/**
 * Flue gas (烟气) as HJ 75-2017, HJ 76-2017 and HJ 212-2017 App. D reckon it: means and their
 * validity, basis, conversion, flow, mass. Each figure comes with the formula that gave it.
 *
 * <p>Does not belong here: limits and verdicts, marks, substitution of invalid hours.
 */
package io.touchline.domain.flue;
