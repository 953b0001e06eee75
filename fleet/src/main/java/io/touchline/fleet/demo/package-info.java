/**
 * The simulated fleet at work: history first, then live, with a memory of how far each logger got.
 * Does not belong here: what instruments show, how frames are sent.
 */
package io.touchline.fleet.demo;
