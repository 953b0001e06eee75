/**
 * The effective transmission rate (传输有效率): how much of what was due came, and how much of that is
 * valid, from four counters that add up over hours, factors, outlets and places.
 */
package io.touchline.domain.rate;
