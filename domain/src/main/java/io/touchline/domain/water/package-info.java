/**
 * Waste water by the slot (HJ 353–356-2019): which slots count, their flow-weighted or plain mean,
 * pH by its range, mass, and what stands in for slots that are missing.
 *
 * <p>The bodies of HJ 356-2019 sections 7 and 8 were not seen: each rule names how sure it is.
 * Slots may come in any order and any number of times. The flag of an hour formed of flagged slots
 * is not decided here but in {@link io.touchline.domain.RecomputedPeriod}.
 */
package io.touchline.domain.water;
