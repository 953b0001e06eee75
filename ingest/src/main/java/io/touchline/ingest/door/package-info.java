/**
 * The doors beside TCP, for platforms that pass frames on: HTTPS and Kafka. What comes through them
 * goes the way of all frames, which is {@link io.touchline.ingest.door.Intake}; here is only how it
 * comes and what the platform is told.
 */
package io.touchline.ingest.door;
