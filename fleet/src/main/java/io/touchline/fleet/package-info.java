/** A simulated fleet of data loggers that speaks real HJ 212 over TCP. */
package io.touchline.fleet;
