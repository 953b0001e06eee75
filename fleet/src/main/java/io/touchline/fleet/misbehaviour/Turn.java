package io.touchline.fleet.misbehaviour;

/**
 * What a change may depend on beside its input.
 *
 * @param number of the packet among those of this logger, from 0
 * @param lastLength of the segment before this one, 0 for the first
 */
record Turn(int number, int lastLength) {}
