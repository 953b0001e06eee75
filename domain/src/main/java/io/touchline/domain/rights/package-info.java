/**
 * Emission rights (排污权) that enterprises buy and sell: what a trade makes of the permitted amounts
 * of both, and the ledger of a permit in a year. Masses are whole milligrams.
 */
package io.touchline.domain.rights;
