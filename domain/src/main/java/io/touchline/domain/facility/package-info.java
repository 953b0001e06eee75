/**
 * Treatment facilities (治理设施): what they take out, when they run, and when they stand still or are
 * bypassed while production runs.
 *
 * <p>Times are instants of the data, numbers decimals; what is usual for an outlet comes from its
 * own days before. Does not belong here: the codes and states of the protocol, and what becomes of
 * a finding.
 */
package io.touchline.domain.facility;
