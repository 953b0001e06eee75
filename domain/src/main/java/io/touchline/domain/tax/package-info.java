/**
 * The environmental protection tax (环境保护税) of an outlet and month as an estimate: what a discharger
 * declares is reckoned by it and its tax office, never by this. Equivalents, rates and reductions
 * are dated rows.
 */
package io.touchline.domain.tax;
