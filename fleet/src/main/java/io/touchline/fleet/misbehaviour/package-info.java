/**
 * How data loggers in the field depart from HJ 212, one constant a deviation, and what a gateway is
 * expected to do about it.
 *
 * <p>Belongs here: changes of segments, frames and bytes on the line, without a socket or a clock.
 * Does not: what a logger does when it behaves.
 */
package io.touchline.fleet.misbehaviour;
