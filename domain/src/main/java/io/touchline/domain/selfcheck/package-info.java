/**
 * The logger against itself: what it reports beside what its own other values give. A comparison
 * says both numbers and whether they agree, and condemns no one.
 *
 * <p>Does not belong here: how a mean, a mass or a conversion is reckoned, and what is done about a
 * disagreement.
 */
package io.touchline.domain.selfcheck;
