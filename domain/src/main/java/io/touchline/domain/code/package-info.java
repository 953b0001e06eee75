/**
 * Codes by which the registry names places, dischargers, permits and outlets: their forms, levels
 * and check digits.
 *
 * <p>Does not belong here: what is registered under a code.
 */
package io.touchline.domain.code;
