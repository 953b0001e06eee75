/**
 * What simulated outlets discharge and what their instruments show: pure functions of outlet,
 * factor, time and seed, in whole numbers, the same on every run and machine.
 *
 * <p>The outlets and how they behave are data: {@code outlets.csv}, {@code plants.csv}, {@code
 * instruments.csv}, {@code behaviours.csv}. Does not belong here: clocks, sockets, schedules.
 */
package io.touchline.fleet.source;
