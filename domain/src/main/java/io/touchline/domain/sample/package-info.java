/**
 * Samples (手工监测): what people took from an outlet and a laboratory measured, beside what its
 * monitors say. A sample is held against the automatic data of its time and against the limits, and
 * may stand in for waste-water data that are missing; it never changes a mean nor opens an episode.
 *
 * <p>All versions of a sample are kept. What is found depends on the set of versions and of data
 * alone, not on their order. Does not belong here: how a finding is told, and what a case makes of
 * it.
 */
package io.touchline.domain.sample;
